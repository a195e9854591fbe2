import { Inject, Injectable } from '@nestjs/common';
import { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Context, currentContext, runInContext } from '../../../../core/kernel/context/context';
import { Database } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { Clock } from '../../../../core/kernel/runtime';
import { textKey } from '../../../../core/kernel/text';
import { MailService } from '../../../communication/mail';
import { UserDto, UsersService } from '../../users';
import { InvalidOneTimeToken } from '../auth.errors';
import { PasswordChanged, PasswordForgotten } from '../auth.events';
import { ChangePasswordInput, ForgotPasswordInput, ResetPasswordInput } from './dto/recovery.dto';
import { OneTimeTokens } from './one-time-tokens';
import { assertPassword } from '../passwords/password-policy';
import { PasswordProof } from '../passwords/password-proof';
import { Passwords } from '../passwords/passwords';
import { SessionsService } from '../sessions/sessions.service';
import { accountOf, LoginThrottle } from '../passwords/login-throttle';
import { PASSWORD_CHANGED } from './mails/password-changed';
import { RESET_PASSWORD } from './mails/reset-password';

const RESET_MINUTES = 30;
const CHANGED = 'auth.password-changed';

/** Passwords forgotten, reset and changed. */
@Injectable()
export class RecoveryService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly tokens: OneTimeTokens,
    private readonly passwords: Passwords,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
    private readonly slowDown: LoginThrottle,
  ) {}

  /** Takes note and answers: whether there is such an account is looked up later. */
  forgot({ email }: ForgotPasswordInput): Promise<void> {
    const { requestId, clientIp, userAgent } = currentContext();
    return this.db.transaction(() =>
      this.events.emit(new PasswordForgotten(email, { requestId, clientIp, userAgent })),
    );
  }

  /** Ends every session; the second factor stays. @throws InvalidOneTimeToken, Validation, which leaves the token good */
  async reset({ token, password }: ResetPasswordInput): Promise<void> {
    const user = await this.ownerOf(token);
    assertPassword(password, this.config.passwordPolicy, user);
    const hash = await this.passwords.hash(password); // slow, so before the transaction
    await this.db.transaction(async () => {
      if ((await this.tokens.use(token, 'reset')) === null) throw new InvalidOneTimeToken(); // another was faster
      await this.passwords.save(user.id, hash);
      await this.tokens.kill(user.id, 'email-change'); // asked for by who may have known the old password
      await this.sessions.endAll(user.id, 'password_reset');
      await this.slowDown.forgive(accountOf(user.email, user.id)); // who reads the mail has proved enough
      await this.audit.record({ action: 'auth.password-reset', actorId: user.id, target: `user:${user.id}` });
      await this.tellOwner(user);
    });
  }

  /** Ends every other session. @throws WrongCurrentPassword, LoginSlowed, Validation */
  async change({ userId, sessionId }: Principal, { currentPassword, password }: ChangePasswordInput): Promise<void> {
    const user = await this.users.byId(userId);
    const current = await this.proof.of(userId, currentPassword, CHANGED);
    assertPassword(password, this.config.passwordPolicy, user);
    const hash = await this.passwords.hash(password);
    await this.db.transaction(async () => {
      if (!(await this.passwords.replace(userId, current, hash))) throw await this.proof.refused(userId, CHANGED);
      await this.tokens.kill(userId, 'reset');
      await this.tokens.kill(userId, 'email-change');
      await this.sessions.endLogins(userId, 'password_changed', sessionId);
      await this.audit.record({ action: CHANGED, target: `user:${userId}` });
      await this.tellOwner(user);
    });
  }

  /** In the listener's transaction: token, mail and trail are there together or not at all. */
  async mailReset({ email, by }: PasswordForgotten): Promise<void> {
    const user = await this.users.findByLogin(email);
    if (!user?.isActive || textKey(user.email) !== textKey(email)) return;
    const context: Context = { ...currentContext(), ...by };
    await runInContext(context, async () => {
      const token = await this.tokens.issue(user.id, 'reset', RESET_MINUTES * 60);
      await this.audit.record({
        action: 'auth.password-reset-asked',
        target: `user:${user.id}`,
        facts: { mailed: token !== null },
      });
      if (token === null) return;
      await this.mails.send({
        to: user.email,
        reader: user,
        category: 'security',
        template: RESET_PASSWORD,
        values: { fullName: user.fullName, token, minutes: RESET_MINUTES },
        expiresAt: new Date(this.clock.nowMs() + RESET_MINUTES * 60_000),
      });
    });
  }

  private async ownerOf(token: string): Promise<UserDto> {
    const userId = await this.tokens.find(token, 'reset');
    const user = userId === null ? null : await this.users.byId(userId);
    if (user?.isActive) return user;
    await this.audit.recordFailure({ action: 'auth.password-reset', target: user ? `user:${user.id}` : undefined });
    throw new InvalidOneTimeToken();
  }

  private async tellOwner(user: UserDto): Promise<void> {
    const { id, email, fullName } = user;
    await this.events.emit(new PasswordChanged(id, new Date(this.clock.nowMs()).toISOString()));
    await this.mails.send({
      to: email,
      reader: user,
      category: 'security',
      template: PASSWORD_CHANGED,
      values: { fullName },
    });
  }
}
