import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { currentContext, setAnswerHeader } from '../context/context';
import { AppError, CsrfTokenInvalid, Forbidden, InactiveUser, MfaEnrolmentRequired, MfaRequired } from '../errors';
import { Clock } from '../runtime';
import { Access, ACCESS, FRESH, HALF } from './access.decorators';
import { callName } from './access-list';
import { Lack, needCaller, needFresh, Principal } from './principal';
import { Refusals } from './refusals';
import { holds } from './scopes';

/** Decides for REST and GraphQL whether this kind of caller may call this handler. Ownership is the service's affair. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly refusals: Refusals,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Unauthenticated, CsrfTokenInvalid, InactiveUser, MfaRequired, MfaEnrolmentRequired, Forbidden,
   * FreshFactorRequired
   */
  canActivate(context: ExecutionContext): true | Promise<never> {
    const access = Reflect.getMetadata(ACCESS, context.getHandler()) as Access | undefined;
    if (access?.kind === 'public') return true;
    const { principal, cookieWithheld } = currentContext();
    if (cookieWithheld) throw new CsrfTokenInvalid();
    if (principal?.inactive) return this.refuse(principal, context, new InactiveUser());
    const caller = needCaller(principal);
    checkWhole(caller.lacks, context.getHandler());
    // A handler that says nothing never gets here: the access list refuses to boot. Denied all the same.
    if (!access || !access.permissions.every((one) => holds(caller.permissions, one))) {
      return this.refuse(caller, context, new Forbidden());
    }
    if (Reflect.getMetadata(FRESH, context.getHandler())) needFresh(caller, this.clock);
    return true;
  }

  /** Leaves the refusal in the trail, then throws it. */
  private async refuse({ userId }: Principal, context: ExecutionContext, error: AppError): Promise<never> {
    await this.refusals.tell(userId, callName(context.getClass(), context.getHandler()), { code: error.code });
    throw error;
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
