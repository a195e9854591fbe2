import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Database } from '../../../../core/data/database';
import { RateLimited } from '../../../../core/kernel/errors';
import { Clock } from '../../../../core/kernel/runtime';
import { MailService } from '../../../communication/mail';
import { UserDto, UsersService } from '../../users';
import { InvalidOneTimeToken } from '../auth.errors';
import type { ChangeEmailInput, VerifyEmailInput } from './dto/recovery.dto';
import { assertDomain } from '../email-domains';
import { OneTimeTokens } from './one-time-tokens';
import { CHANGE_EMAIL } from './mails/change-email';
import { EMAIL_CHANGED } from './mails/email-changed';
import { EMAIL_IN_USE } from './mails/email-in-use';

const LINK_HOURS = 24;
const HOUR_S = 3600;
const ASKED = 'auth.email-change-asked';
const CHANGED = 'auth.email-changed';

/** Changing the address of an account: asked for by its owner, done by a link that goes to the new address. */
@Injectable()
export class EmailChangeService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly tokens: OneTimeTokens,
  ) {}

  /**
   * Mails a link to the new address, in whose favour older ones die; where the address has an account, a mail without a
   * link instead: whoever asks learns nothing of it. @throws Validation, RateLimited after five within the hour
   */
  async ask({ userId }: Principal, { email }: ChangeEmailInput): Promise<void> {
    assertDomain(email, this.config.emailDomains);
    const user = await this.users.byId(userId);
    await this.db.transaction(async () => {
      const token = await this.tokens.issue(userId, 'email-change', LINK_HOURS * HOUR_S, email);
      if (token === null) throw new RateLimited({ retryAfterS: HOUR_S });
      await this.audit.record({ action: ASKED, target: `user:${userId}` });
      const owner = await this.users.findByLogin(email);
      await this.mail(owner ?? user, email, owner && owner.id !== userId ? null : token);
    });
  }

  /**
   * Gives the account the address that the link went to, which is proven by it; what was mailed to the old one is good no
   * longer. @throws InvalidOneTimeToken, EmailTaken when somebody else has it by now, which leaves the token good
   */
  async confirm({ token }: VerifyEmailInput): Promise<void> {
    const isDone = await this.db.transaction(async () => {
      const proven = await this.tokens.use(token, 'email-change');
      if (!proven?.email) return false;
      const { userId, email } = proven;
      if (!(await this.users.findById(userId))?.isActive) return false;
      const before = await this.users.changeEmail(userId, email);
      await this.tokens.kill(userId, 'verify');
      await this.tokens.kill(userId, 'reset');
      await this.audit.record({ action: CHANGED, actorId: userId, target: `user:${userId}` });
      const { fullName } = before;
      await this.mails.send({
        to: before.email,
        reader: before,
        category: 'security',
        template: EMAIL_CHANGED,
        values: { fullName },
      });
      return true;
    });
    if (isDone) return;
    await this.audit.recordFailure({ action: CHANGED });
    throw new InvalidOneTimeToken();
  }

  /** @param reader who has the address, or is to have it @param token null for an address that is taken */
  private mail(reader: UserDto, to: string, token: string | null): Promise<void> {
    const { fullName } = reader;
    const expiresAt = new Date(this.clock.nowMs() + LINK_HOURS * HOUR_S * 1000);
    return token === null
      ? this.mails.send({ to, reader, category: 'security', template: EMAIL_IN_USE, values: {}, expiresAt })
      : this.mails.send({
          to,
          reader,
          category: 'security',
          template: CHANGE_EMAIL,
          values: { fullName, token, hours: LINK_HOURS },
          expiresAt,
        });
  }
}
