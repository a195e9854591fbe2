import { Injectable } from '@nestjs/common';
import type { Principal } from '../../kernel/context/principal';
import { Doors } from './doors';

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
export type DelegatedTokenIssuer = (caller: Principal, audience: string) => string;

/** A session that may act, as long as it does. */
export interface LiveCaller {
  readonly principal: Principal;
  readonly expiresAt: Date;
}

/** How those who hold on to a caller for longer than a request learn what has become of them. */
export interface SessionScheme {
  /** The caller of a session as it is now; null when it has ended. */
  find(sessionId: string): LiveCaller | null | Promise<LiveCaller | null>;
  /** Hears, within a second, of sessions that have ended or are others than before; also more than once. */
  onChange(listener: (sessionIds: readonly string[]) => void): void;
}

/** A secret that stands for its session once, for a moment: for where there are no headers. */
export interface TicketScheme {
  /** The caller of a ticket, which is used up; null when it is no good. */
  redeem(ticket: string): Promise<Principal | null>;
}

/** Callers who have opened a link. */
export interface LinkScheme {
  /** The share that a token is for; null when it is not, or no longer, good. */
  identify(token: string): string | null;
}

/** Where the auth module says how a credential becomes a Principal, so that nobody else depends on it. */
@Injectable()
export class Authentication {
  /** Where other credentials count. */
  readonly doors = new Doors();
  private authenticator: Authenticator = () => null;
  private scheme: CookieScheme | null = null;
  private voucher: DelegatedTokenIssuer | null = null;
  private sessionScheme: SessionScheme = { find: () => null, onChange: () => undefined };
  private ticketScheme: TicketScheme = { redeem: () => Promise.resolve(null) };

  private linkScheme: LinkScheme = { identify: () => null };

  use(authenticator: Authenticator): void {
    this.authenticator = authenticator;
  }

  useCookie(scheme: CookieScheme): void {
    this.scheme = scheme;
  }

  useVoucher(voucher: DelegatedTokenIssuer): void {
    this.voucher = voucher;
  }

  /** A signed proof of who the caller is; null where nobody can give one. @throws Unavailable while there is no key yet */
  vouchFor(caller: Principal, audience: string): string | null {
    return this.voucher?.(caller, audience) ?? null;
  }

  useSessions(scheme: SessionScheme): void {
    this.sessionScheme = scheme;
  }

  useTickets(scheme: TicketScheme): void {
    this.ticketScheme = scheme;
  }

  useLinks(scheme: LinkScheme): void {
    this.linkScheme = scheme;
  }

  get links(): LinkScheme {
    return this.linkScheme;
  }

  get sessions(): SessionScheme {
    return this.sessionScheme;
  }

  get tickets(): TicketScheme {
    return this.ticketScheme;
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
