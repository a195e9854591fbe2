import type { FastifyRequest } from 'fastify';
import type { Authentication } from '../access/authentication';
import type { Principal } from '../../kernel/context/principal';
import { callerOf } from './caller';

/** How often a long response checks its caller, ms. */
export const POLL_INTERVAL_MS = 400;

/** Whether it is still the same caller with the same rights; not when nobody can tell. @param before null for anybody */
export async function isSameCaller(
  request: FastifyRequest,
  before: Principal | null,
  authentication: Authentication,
): Promise<boolean> {
  if (!before) return true;
  try {
    const now = await callerOf(request, authentication);
    return (
      now !== null &&
      !now.inactive &&
      now.missingFactor === before.missingFactor &&
      isSame(now.permissions, before.permissions)
    );
  } catch {
    return false;
  }
}

function isSame(now: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  return now === before || (now.size === before.size && [...now].every((one) => before.has(one)));
}
