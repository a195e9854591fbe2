import { Injectable } from '@nestjs/common';
import { Authentication, Principal } from '../../../../core/web/access';

const NONE: readonly string[] = [];

/**
 * What an upstream is told of the caller: in plain words, and as a token it can check by our public keys. A client cannot
 * send any of these: whatever begins like them is taken away.
 */
@Injectable()
export class IdentityHeaders {
  /** The last of each caller: a token lasts for many calls. */
  private readonly made = new WeakMap<Principal, { readonly token: string | null; readonly headers: string[] }>();

  constructor(private readonly authentication: Authentication) {}

  /** Name and value in turns; none for nobody. */
  of(caller: Principal | null, service: string): readonly string[] {
    if (!caller || caller.inactive || caller.missingFactor) return NONE;
    const token = this.authentication.vouchFor(caller, `gateway:${service}`);
    const known = this.made.get(caller);
    if (known?.token === token) return known.headers;
    const headers = [
      ...['x-atrium-user', caller.userId, 'x-atrium-session', caller.sessionId],
      ...(caller.username === null ? [] : ['x-atrium-username', caller.username]),
      ...['x-atrium-roles', caller.roles.join(','), 'x-atrium-permissions', [...caller.permissions].sort().join(',')],
      ...['x-atrium-assurance', caller.assurance],
      ...(token === null ? [] : ['x-atrium-identity', token]),
    ];
    this.made.set(caller, { token, headers });
    return headers;
  }
}
