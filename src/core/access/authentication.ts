import { Injectable } from '@nestjs/common';
import type { Principal } from './principal';

/** Turns a bearer token into its caller; null when the token is not, or no longer, good. */
export type Authenticator = (token: string) => Principal | null | Promise<Principal | null>;

/** Where the auth module says how a credential becomes a Principal, so that nobody else depends on it. */
@Injectable()
export class Authentication {
  private authenticator: Authenticator = () => null;

  use(authenticator: Authenticator): void {
    this.authenticator = authenticator;
  }

  /** The caller of an `Authorization` header; null when it is absent, no bearer token, or no good. */
  identify(header: string | undefined): Principal | null | Promise<Principal | null> {
    if (header === undefined) return null;
    const match = /^bearer ([\w.~+/-]+=*)$/i.exec(header);
    return match ? this.authenticator(match[1]) : null;
  }
}
