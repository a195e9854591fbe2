import { Injectable } from '@nestjs/common';
import { Authentication, Principal } from '../../core/access';

/**
 * What an upstream is told of the caller: in plain words, and as a token it can check by our public keys. A client cannot
 * send any of these: whatever begins like them is taken away.
 */
@Injectable()
export class IdentityHeaders {
  constructor(private readonly authentication: Authentication) {}

  /** Name and value in turns; none for nobody. */
  of(caller: Principal | null, service: string): string[] {
    if (!caller || caller.inactive || caller.lacks) return [];
    const token = this.authentication.vouchFor(caller, `gateway:${service}`);
    return [
      ...['x-atrium-user', caller.userId, 'x-atrium-session', caller.sessionId],
      ...(caller.username === null ? [] : ['x-atrium-username', caller.username]),
      ...['x-atrium-roles', caller.roles.join(','), 'x-atrium-permissions', [...caller.permissions].sort().join(',')],
      ...['x-atrium-assurance', caller.assurance],
      ...(token === null ? [] : ['x-atrium-identity', token]),
    ];
  }
}
