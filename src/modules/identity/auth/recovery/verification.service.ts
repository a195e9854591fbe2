import { Injectable } from '@nestjs/common';
import { assertPerson, Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database } from '../../../../core/data/database';
import { RateLimited } from '../../../../core/kernel/errors';
import { Clock } from '../../../../core/kernel/runtime';
import { MailService } from '../../../communication/mail';
import { UserDto, UsersService } from '../../users';
import { InvalidOneTimeToken } from '../auth.errors';
import { VerifyEmailInput } from './dto/recovery.dto';
import { OneTimeTokens } from './one-time-tokens';
import { VERIFY_EMAIL } from './mails/verify-email';

const VERIFY_DAYS = 3;
const DAY_S = 86_400;
const HOUR_S = 3600;

/** Whether an address is its owner's. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly tokens: OneTimeTokens,
  ) {}

  /** Mails a link within the open transaction. @returns false when there were too many within the hour */
  async ask(user: Pick<UserDto, 'id' | 'email' | 'fullName' | 'locale' | 'timeZone'>): Promise<boolean> {
    const token = await this.tokens.issue(user.id, 'verify', VERIFY_DAYS * DAY_S, user.email);
    if (token === null) return false;
    await this.mails.send({
      to: user.email,
      reader: user,
      category: 'security',
      template: VERIFY_EMAIL,
      values: { fullName: user.fullName, token, days: VERIFY_DAYS },
      expiresAt: new Date(this.clock.nowMs() + VERIFY_DAYS * DAY_S * 1000),
    });
    return true;
  }

  /** Another link for me; without effect once I am verified. @throws Forbidden for a service, RateLimited after five within the hour */
  async askAgain(caller: Principal): Promise<void> {
    assertPerson(caller);
    const user = await this.users.byId(caller.userId);
    if (user.emailVerified) return;
    await this.db.transaction(async () => {
      if (!(await this.ask(user))) throw new RateLimited({ retryAfterS: HOUR_S });
    });
  }

  /** @throws InvalidOneTimeToken */
  async verify({ token }: VerifyEmailInput): Promise<void> {
    const isProven = await this.db.transaction(async () => {
      const proven = await this.tokens.use(token, 'verify');
      if (!proven?.email || !(await this.users.markEmailVerified(proven.userId, proven.email))) return false;
      const { userId } = proven;
      await this.audit.record({ action: 'auth.email-verified', actorId: userId, target: `user:${userId}` });
      return true;
    });
    if (isProven) return;
    await this.audit.recordFailure({ action: 'auth.email-verified' });
    throw new InvalidOneTimeToken();
  }
}
