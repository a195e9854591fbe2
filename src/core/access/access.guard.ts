import { CanActivate, ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Audit } from '../audit';
import { currentContext, setAnswerHeader } from '../context/context';
import { AppError, CsrfTokenInvalid, Forbidden, InactiveUser, MfaEnrolmentRequired, MfaRequired } from '../errors';
import { Clock } from '../runtime';
import { Access, ACCESS, FRESH, HALF } from './access.decorators';
import { callName } from './access-list';
import { Lack, needCaller, needFresh, Principal } from './principal';

/** Of the same caller and call one refusal in so long goes into the trail. */
const QUIET_MS = 1000;
const REMEMBERED = 10_000;

/** Decides for REST and GraphQL whether this kind of caller may call this handler. Ownership is the service's affair. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly log = new Logger(AccessGuard.name);
  private readonly told = new Map<string, number>();

  constructor(
    private readonly audit: Audit,
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
    if (Reflect.getMetadata(FRESH, handler)) needFresh(needCaller(currentContext().principal), this.clock);
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
    const caller = needCaller(principal);
    checkWhole(caller.lacks, handler);
    // A handler that says nothing never gets here: the access list refuses to boot. Denied all the same.
    return permissions?.every((one) => caller.permissions.has(one))
      ? undefined
      : this.refuse(caller, call(), new Forbidden());
  }

  /** Leaves the refusal in the trail, then throws it; without a database the refusal stands all the same. */
  private async refuse({ userId }: Principal, call: string, error: AppError): Promise<never> {
    if (this.isNews(`${userId} ${call}`)) {
      await this.audit
        .recordFailure({ action: 'access.refused', target: `call:${call}`, facts: { code: error.code } })
        .catch((cause: unknown) => this.log.error('A refusal is missing in the audit trail', cause));
    }
    throw error;
  }

  private isNews(key: string): boolean {
    const nowMs = performance.now();
    if (nowMs - (this.told.get(key) ?? -Infinity) < QUIET_MS) return false;
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.told.set(key, nowMs);
    return true;
  }
}

/** Refuses who is half-authenticated, but where the handler lets in who lacks just that. */
function checkWhole(lacks: Lack | null, handler: object | null): void {
  if (lacks === null) return;
  const open = handler && (Reflect.getMetadata(HALF, handler) as readonly Lack[] | undefined);
  if (open?.includes(lacks)) return;
  if (lacks === 'enrolment') throw new MfaEnrolmentRequired();
  setAnswerHeader('x-mfa-required', 'true');
  throw new MfaRequired();
}
