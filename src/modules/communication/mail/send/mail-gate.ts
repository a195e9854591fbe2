import { Inject, Injectable } from '@nestjs/common';
import { Database, defineLock, statement } from '../../../../core/data/database';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { InactiveUser } from '../../../../core/kernel/errors';
import { Clock } from '../../../../core/kernel/runtime';
import { Roles } from '../../../../core/web/access';
import { UsersService } from '../../../identity/users';
import { addressKey } from '../mail-addresses';
import { MailNotAllowed, MailQuota } from '../mail.errors';
import { MailPermission } from '../mail.permissions';
import { mailSettings } from '../mail.settings';

/** Recipients an hour. */
const QUOTA = { staff: 500, user: 20 } as const;
const HOUR_S = 3600;
/** Of one sender at a time, so that two at once are counted. */
const OF_SENDER = defineLock('mail.sender');

const USED = statement(
  'mail.recipients-this-hour',
  `SELECT coalesce(sum(recipients), 0)::int AS used, coalesce(ceil(extract(epoch FROM min(created_at) - $2::timestamptz)), 0)::int AS "freeInS"
   FROM mail_messages WHERE sender_id = $1 AND created_at > $2::timestamptz`,
);

/** Whose mail is let through, and by which rule. */
export interface Sender {
  readonly userId: string;
  readonly name: string;
  /** Proven to be theirs; null for none. */
  readonly address: string | null;
  /** `send_mail`: may mail anybody. `own_address`: mails themselves. `users`: everybody may (MAIL_SENDERS). */
  readonly rule: 'send_mail' | 'own_address' | 'users';
}

/** Who may send to whom, and how much. Every mail of somebody passes it when it is asked for, and again when it is stored. */
@Injectable()
export class MailGate {
  private readonly senders;

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly roles: Roles,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.senders = settingsOf(config, mailSettings).senders;
  }

  /**
   * Beforehand, without a promise. @param permissions of the caller, where they are fewer than those of the account
   * @throws MailNotAllowed, MailQuota, InactiveUser
   */
  async check(userId: string, addresses: readonly string[], permissions?: ReadonlySet<string>): Promise<Sender> {
    const sender = await this.senderOf(userId, addresses, permissions);
    await this.assertQuota(sender, addresses.length);
    return sender;
  }

  /** In the transaction that stores the mail, until whose end nobody else stores one of this sender. @throws as `check` */
  async pass(userId: string, addresses: readonly string[], permissions?: ReadonlySet<string>): Promise<Sender> {
    await OF_SENDER.acquire(this.db, userId);
    return this.check(userId, addresses, permissions);
  }

  private async senderOf(
    userId: string,
    addresses: readonly string[],
    permissions?: ReadonlySet<string>,
  ): Promise<Sender> {
    const account = await this.users.findById(userId);
    if (!account?.isActive) throw new InactiveUser();
    const { email, emailVerified, fullName: name, roles } = account;
    const address = emailVerified ? email : null;
    const allowed = permissions ?? this.roles.permissionsOf(roles, account.permissions);
    if (allowed.has(MailPermission.Send)) return { userId, name, address, rule: 'send_mail' };
    const own = address === null ? null : addressKey(address);
    if (addresses.every((one) => addressKey(one) === own)) return { userId, name, address, rule: 'own_address' };
    if (this.senders === 'users') return { userId, name, address, rule: 'users' };
    throw new MailNotAllowed();
  }

  private async assertQuota({ userId, rule }: Sender, count: number): Promise<void> {
    const max = rule === 'send_mail' ? QUOTA.staff : QUOTA.user;
    const since = new Date(this.clock.nowMs() - HOUR_S * 1000);
    const [{ used, freeInS }] = await this.db.query<{ used: number; freeInS: number }>(USED, [userId, since]);
    if (used + count > max) throw new MailQuota({ max, retryAfterS: Math.max(1, freeInS) });
  }
}
