import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database, Statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { Clock } from '../../../../core/kernel/runtime';
import { Categories } from '../categories/categories';
import { RecipientRow, Recipients } from '../decision/recipients';
import type { Priority } from '../decision/priority';
import { NotificationCreated } from '../notifications.events';
import { ResourceVisibility } from '../resource-visibility';
import { digestStatement, FAILED, HANDED_BACK, HELD, HOLD_INBOX, SENT, SKIPPED } from './delivery.statements';
import { MailReader, NoticeMailer, NoticeToMail } from './notice-mailer';
import { verdictOf } from './verdict';

/** A delivery that this process has taken. */
export interface TakenDelivery {
  readonly deliveryId: string;
  readonly lease: string;
}

interface DigestRow extends NoticeToMail, RecipientRow {
  readonly deliveryId: string;
  readonly priority: Priority;
  readonly isRead: boolean;
  readonly isDeleted: boolean;
}

/** Writes down what came of deliveries; mails and webhooks leave in the same transaction. Who has lost the lease changes nothing. */
@Injectable()
export class DeliveryOutcomes implements OnModuleInit {
  private digest: Statement;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly mailer: NoticeMailer,
    private readonly categories: Categories,
    private readonly recipients: Recipients,
    private readonly visibility: ResourceVisibility,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.digest = digestStatement(this.visibility.of('u', 'n.resource_type', 'n.resource_id'));
  }

  async pushed({ deliveryId, lease }: TakenDelivery, status: number): Promise<void> {
    await this.db.execute(SENT, [deliveryId, lease, status, null]);
  }

  async skipped({ deliveryId, lease }: TakenDelivery, reason: string): Promise<void> {
    await this.db.execute(SKIPPED, [deliveryId, lease, reason]);
  }

  async held({ deliveryId, lease }: TakenDelivery, until: Date, isDigest: boolean): Promise<void> {
    await this.db.execute(HELD, [deliveryId, lease, until, isDigest]);
  }

  /** @param retryS seconds to the next attempt; null for none, nor is there one after the push would end */
  async failed(
    { deliveryId, lease }: TakenDelivery,
    { status, reason, retryS }: { status: number | null; reason: string; retryS: number | null },
  ): Promise<void> {
    await this.db.execute(FAILED, [deliveryId, lease, retryS, status, reason]);
  }

  /** They were not sent. @param taken of one lease @param afterS when they are due again */
  async handBack(taken: readonly TakenDelivery[], afterS = 0): Promise<void> {
    if (taken.length === 0) return;
    await this.db.execute(HANDED_BACK, [taken.map(({ deliveryId }) => deliveryId), taken[0].lease, afterS]);
  }

  /** Mails one notice. */
  mailed({ deliveryId, lease }: TakenDelivery, reader: MailReader, notice: NoticeToMail): Promise<void> {
    return this.db.transaction(async () => {
      const messageId = await this.mailer.mail(reader, notice);
      const isOurs = (await this.db.execute(SENT, [deliveryId, lease, null, messageId])) === 1;
      if (!isOurs) throw new Error('Another process has this delivery'); // its mail goes with it
    });
  }

  /** Tells the owner's webhooks. */
  published({ deliveryId, lease }: TakenDelivery, notificationId: string): Promise<void> {
    return this.db.transaction(async () => {
      if ((await this.db.execute(SENT, [deliveryId, lease, null, null])) === 0) return;
      await this.events.emit(new NotificationCreated(notificationId));
    });
  }

  /**
   * Mails everything of somebody that is due with this digest, in one mail; what has been read meanwhile is left out, and nothing is mailed
   * where nothing is left. Of two processes one makes it.
   */
  digested(userId: string, reader: MailReader): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.query(HOLD_INBOX, [userId]);
      const rows = await this.db.query<DigestRow>(this.digest, [userId]);
      const atMs = this.clock.nowMs();
      const wanted: DigestRow[] = [];
      for (const row of rows) {
        const category = this.categories.find(row.category);
        if (!category) continue; // another release has it
        const about = { ...row, channel: 'email', isDigest: true } as const;
        const verdict = verdictOf(about, category, this.recipients.recipientOf(row), atMs);
        if (verdict.act === 'skip') await this.db.execute(SKIPPED, [row.deliveryId, null, verdict.reason]);
        else wanted.push(row);
      }
      if (wanted.length === 0) return;
      const messageId = await this.mailer.mailDigest(reader, wanted);
      for (const { deliveryId } of wanted) await this.db.execute(SENT, [deliveryId, null, null, messageId]);
    });
  }
}
