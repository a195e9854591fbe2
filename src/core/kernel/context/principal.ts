import { Forbidden, FreshFactorRequired, InactiveUser, Unauthenticated } from '../errors/common.errors';
import type { Clock } from '../runtime';
import type { Reader } from '../text';

/** How sure we are of the caller: the session's level, not a claim of the token. */
export type Assurance = 'pending_mfa' | 'password' | 'mfa';

/** The second factor's code is still to come, or the role asks for a second factor and there is none yet. */
export type MissingFactor = 'mfa' | 'enrolment';

/**
 * The caller where somebody must be signed in; every transport calls this.
 * @throws Unauthenticated for nobody, InactiveUser for a deactivated account
 */
export function requireCaller(principal: Principal | null): Principal {
  if (!principal) throw new Unauthenticated();
  if (principal.inactive) throw new InactiveUser();
  return principal;
}

/**
 * Whoever does something sensitive has proven within five minutes that it is them; handlers say `@RequireRecentAuth()`, services ask
 * here where it depends on the input.
 * @throws FreshFactorRequired telling what this caller has to give, Forbidden for who has nothing to give
 */
export function assertRecentAuth({ freshUntil, assurance, kind }: Principal, clock: Clock): void {
  if (freshUntil !== null && freshUntil.getTime() > clock.nowMs()) return;
  if (kind !== undefined) throw new Forbidden();
  throw new FreshFactorRequired({ factor: assurance === 'mfa' ? 'code' : 'password' });
}

/** Of what only people do: logging in and out, proving an address. @throws Forbidden for a service */
export function assertPerson({ kind }: Principal): void {
  if (kind === 'service') throw new Forbidden();
}

/** The caller, once known. Made by the auth module, read by everyone. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly username: string | null;
  readonly roles: readonly string[];
  /** Of the roles and those given one by one. */
  readonly permissions: ReadonlySet<string>;
  readonly assurance: Assurance;
  /** What keeps this caller from acting; null once fully signed in. Who lacks something has no permissions at all. */
  readonly missingFactor: MissingFactor | null;
  /** Until when the last proof of who it is counts as fresh, by the clock of this process; null when there was none. */
  readonly freshUntil: Date | null;
  /** Set where no login stands behind the caller; absent for a person who is signed in. */
  readonly kind?: 'app_password' | 'service';
  /** In which language and by which clock the caller reads; absent where nobody has said. */
  readonly reader?: Reader;
  /** Set for a deactivated account: known, without any right, refused wherever somebody must be signed in. */
  readonly inactive?: true;
  /** The share whose link the caller has opened. A visitor has nothing but that: it is their `userId` too. */
  readonly linkId?: string;
}

/** Whether the caller has no account and came by a link. They may call what says `@AllowLink()`, and see what the link leads to. */
export const isVisitor = ({ userId, linkId }: Principal): boolean => userId === linkId;
