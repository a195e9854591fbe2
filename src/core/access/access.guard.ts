import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { currentContext, setAnswerHeader } from '../context/context';
import { Forbidden, MfaEnrolmentRequired, MfaRequired, Unauthenticated } from '../errors';
import { Access, ACCESS, HALF } from './access.decorators';
import type { Lack } from './principal';

/** Decides for REST and GraphQL whether this kind of caller may call this handler. Ownership is the service's affair. */
@Injectable()
export class AccessGuard implements CanActivate {
  /** @throws Unauthenticated, MfaRequired, MfaEnrolmentRequired, Forbidden */
  canActivate(context: ExecutionContext): true {
    const access = Reflect.getMetadata(ACCESS, context.getHandler()) as Access | undefined;
    if (access?.kind === 'public') return true;
    const { principal } = currentContext();
    if (!principal) throw new Unauthenticated();
    checkWhole(principal.lacks, context.getHandler());
    // A handler that says nothing never gets here: the access list refuses to boot. Denied all the same.
    if (!access || !access.permissions.every((one) => principal.permissions.has(one))) throw new Forbidden();
    return true;
  }
}

/** Refuses who is half-authenticated, but where the handler lets in who lacks just that. */
function checkWhole(lacks: Lack | null, handler: object): void {
  if (lacks === null) return;
  const open = Reflect.getMetadata(HALF, handler) as readonly Lack[] | undefined;
  if (open?.includes(lacks)) return;
  if (lacks === 'enrolment') throw new MfaEnrolmentRequired();
  setAnswerHeader('x-mfa-required', 'true');
  throw new MfaRequired();
}
