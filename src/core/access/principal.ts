/** How sure we are of the caller: the session's level, not a claim of the token. */
export type Assurance = 'pending_mfa' | 'password' | 'mfa';

/** The caller, once known. Made by the auth module, read by everyone. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly username: string | null;
  readonly roles: readonly string[];
  /** Of the roles and those given one by one. */
  readonly permissions: ReadonlySet<string>;
  readonly assurance: Assurance;
}
