import { Injectable } from '@nestjs/common';
import type { Principal } from './principal';

/** Turns a bearer token into its caller; null when the token is not, or no longer, good. */
export type Authenticator = (token: string) => Principal | null | Promise<Principal | null>;

/** A session that the browser carries as a cookie. */
export interface CookieScheme {
  /** Name of the cookie. */
  readonly name: string;
  /** The caller a value stands for; null when it is not, or no longer, good. */
  identify(value: string): Principal | null | Promise<Principal | null>;
  /** Whether this is the token given to our own pages together with that value (CSRF). */
  isPaired(value: string, csrfToken: string): boolean;
}

/** A short-lived proof, for a service behind us, of who the caller is. @param audience who is to believe it */
export type Voucher = (caller: Principal, audience: string) => string;

/** Where the auth module says how a credential becomes a Principal, so that nobody else depends on it. */
@Injectable()
export class Authentication {
  private authenticator: Authenticator = () => null;
  private scheme: CookieScheme | null = null;
  private voucher: Voucher | null = null;

  use(authenticator: Authenticator): void {
    this.authenticator = authenticator;
  }

  useCookie(scheme: CookieScheme): void {
    this.scheme = scheme;
  }

  useVoucher(voucher: Voucher): void {
    this.voucher = voucher;
  }

  /** A signed proof of who the caller is; null where nobody can give one. @throws Unavailable while there is no key yet */
  vouchFor(caller: Principal, audience: string): string | null {
    return this.voucher?.(caller, audience) ?? null;
  }

  /** How browsers carry a session; null when they do not. */
  get cookie(): CookieScheme | null {
    return this.scheme;
  }

  /** The caller of an `Authorization` header; null when it is absent, no bearer token, or no good. */
  identify(header: string | undefined): Principal | null | Promise<Principal | null> {
    if (header === undefined) return null;
    const match = /^bearer ([\w.~+/-]+=*)$/i.exec(header);
    return match ? this.authenticator(match[1]) : null;
  }
}
