import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { currentContext, setAnswerHeader } from '../../kernel/context/context';
import {
  AppError,
  CsrfTokenInvalid,
  Forbidden,
  InactiveUser,
  MfaEnrolmentRequired,
  MfaRequired,
  Unauthenticated,
} from '../../kernel/errors';
import { Clock } from '../../kernel/runtime';
import { Access, ACCESS, BY_LINK, FRESH, HALF } from './access.decorators';
import { callName } from './access-list';
import { isVisitor, MissingFactor, requireCaller, assertRecentAuth, Principal } from '../../kernel/context/principal';
import { AccessDenials } from './access-denials';
import { hasPermission } from './scopes';

/** Decides for REST and GraphQL whether this kind of caller may call this handler. Ownership is the service's affair. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly refusals: AccessDenials,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Unauthenticated, CsrfTokenInvalid, InactiveUser, MfaRequired, MfaEnrolmentRequired, Forbidden,
   * FreshFactorRequired
   */
  canActivate(context: ExecutionContext): true | Promise<never> {
    const handler = context.getHandler();
    const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
    if (access?.kind === 'public') return true;
    const call = (): string => callName(context.getClass(), handler);
    const refused = this.check(access?.permissions ?? null, call, handler);
    if (refused) return refused;
    if (Reflect.getMetadata(FRESH, handler)) assertRecentAuth(requireCaller(currentContext().principal), this.clock);
    return true;
  }

  /**
   * The same for what is no handler of Nest's. @param permissions all of which are needed; null: nobody may
   * @param call what is called, in the words of the access list
   * @throws Unauthenticated, CsrfTokenInvalid, MfaRequired, MfaEnrolmentRequired; a promise throws InactiveUser, Forbidden
   */
  check(
    permissions: readonly string[] | null,
    call: () => string,
    handler: object | null = null,
  ): Promise<never> | undefined {
    const { principal, cookieWithheld } = currentContext();
    if (cookieWithheld) throw new CsrfTokenInvalid();
    if (principal?.inactive) return this.refuse(principal, call(), new InactiveUser());
    const caller = requireCaller(principal);
    if (isVisitor(caller) && !(handler && Reflect.getMetadata(BY_LINK, handler))) throw new Unauthenticated();
    assertNoMissingFactor(caller.missingFactor, handler);
    // A handler that says nothing never gets here: the access list refuses to boot. Denied all the same.
    return permissions?.every((one) => hasPermission(caller.permissions, one))
      ? undefined
      : this.refuse(caller, call(), new Forbidden());
  }

  /** Leaves the refusal in the trail, then throws it. */
  private async refuse({ userId }: Principal, call: string, error: AppError): Promise<never> {
    await this.refusals.record(userId, call, { code: error.code });
    throw error;
  }
}

/** Refuses a caller with a missing factor, unless the handler allows it. @throws MfaRequired, MfaEnrolmentRequired */
function assertNoMissingFactor(missing: MissingFactor | null, handler: object | null): void {
  if (missing === null) return;
  const open = handler && (Reflect.getMetadata(HALF, handler) as readonly MissingFactor[] | undefined);
  if (open?.includes(missing)) return;
  if (missing === 'enrolment') throw new MfaEnrolmentRequired();
  setAnswerHeader('x-mfa-required', 'true');
  throw new MfaRequired();
}
