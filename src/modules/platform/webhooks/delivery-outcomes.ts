import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Batcher, Database } from '../../../core/data/database';
import { Clock } from '../../../core/kernel/runtime';
import { PostResult, retryAfter } from '../../../core/outbound';
import { MailService } from '../../communication/mail';
import { UsersService } from '../../identity/users';
import { COUNT_FAILURE, DONE, FAILED, HAND_BACK, HOLD_FAILING, SWITCH_OFF } from './delivery.statements';
import type { OffReason } from './entities/webhook.entity';
import { WEBHOOK_OFF } from './mails/webhook-off';
import { pauseAfter, waitAfter } from './schedule';

/** A delivery that this process has taken. */
export interface TakenDelivery {
  readonly webhookId: string;
  readonly eventId: string;
  readonly lease: string;
}

interface Done extends TakenDelivery {
  readonly state: 'delivered' | 'skipped';
  readonly status: number | null;
}

interface FailingWebhook {
  readonly ownerId: string;
  readonly url: string;
  readonly failures: number;
  readonly isOver: boolean;
}

const GONE = 410;

/** Writes down what came of deliveries. A sender that has lost its lease changes nothing. */
@Injectable()
export class DeliveryOutcomes {
  /** A commit for each would keep as many connections waiting for the disk. */
  private readonly finished = new Batcher<Done, void>(async (all) => {
    const rows = all.map(({ webhookId, eventId, ...rest }) => ({ webhook_id: webhookId, event_id: eventId, ...rest }));
    await this.db.transaction(() => this.db.execute(DONE, [JSON.stringify(rows)]));
    return all.map(() => undefined);
  });

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  delivered({ webhookId, eventId, lease }: TakenDelivery, status: number): Promise<void> {
    return this.finished.do({ webhookId, eventId, lease, state: 'delivered', status });
  }

  /** Its owner may not see it. */
  skipped({ webhookId, eventId, lease }: TakenDelivery): Promise<void> {
    return this.finished.do({ webhookId, eventId, lease, state: 'skipped', status: null });
  }

  /** It is tried again by the schedule; a webhook that is gone, or has failed for five days, is switched off. @param attempts before this one */
  failed({ webhookId, eventId, lease }: TakenDelivery, attempts: number, result: PostResult): Promise<void> {
    const asked = result.status === null ? null : retryAfter(result.retryAfter, this.clock.nowMs());
    const why = result.status === null ? result.error : `http_${result.status}`;
    return this.db.transaction(async () => {
      const [webhook] = await this.db.query<FailingWebhook & Record<string, unknown>>(HOLD_FAILING, [webhookId]);
      const wait = waitAfter(attempts + 1, asked);
      const counted = await this.db.execute(FAILED, [webhookId, eventId, lease, wait, result.status, why]);
      if (counted === 0 || !webhook) return;
      await this.db.execute(COUNT_FAILURE, [webhookId, pauseAfter(webhook.failures, asked)]);
      if (result.status === GONE) await this.switchOff(webhookId, webhook, 'gone');
      else if (webhook.isOver) await this.switchOff(webhookId, webhook, 'failing');
    });
  }

  /** They were not sent. @param taken of one lease */
  async handBack(taken: readonly TakenDelivery[]): Promise<void> {
    if (taken.length === 0) return;
    const ids = [taken.map(({ webhookId }) => webhookId), taken.map(({ eventId }) => eventId)];
    await this.db.execute(HAND_BACK, [...ids, taken[0].lease]);
  }

  private async switchOff(id: string, { ownerId, url }: FailingWebhook, reason: OffReason): Promise<void> {
    if ((await this.db.execute(SWITCH_OFF, [id, reason])) === 0) return;
    await this.audit.record({ action: 'webhooks.switched-off', target: `webhook:${id}`, facts: { reason } });
    const owner = await this.users.findById(ownerId);
    if (!owner) return;
    const values = { fullName: owner.fullName, url, reason };
    await this.mails.send({ to: owner.email, template: WEBHOOK_OFF, values, reader: owner });
  }
}
