import { AsyncResource } from 'node:async_hooks';
import {
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleInit,
} from '@nestjs/common';
import { Database, Statement } from '../../../../core/data/database';
import { Poller } from '../../../../core/data/polling';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Validation } from '../../../../core/kernel/errors';
import { Metrics } from '../../../../core/kernel/metrics';
import { Clock, newId } from '../../../../core/kernel/runtime';
import { Categories } from '../categories/categories';
import type { SentChannel } from '../decision/channels';
import { RecipientRow, Recipients } from '../decision/recipients';
import type { Priority } from '../decision/priority';
import { DevicesService } from '../push/devices.service';
import type { PushedNotice } from '../push/push-payload';
import { ResourceVisibility } from '../resource-visibility';
import { CLAIM, DUE, loadStatement } from './delivery.statements';
import { DeliveryNudge } from './delivery-nudge';
import { DeliveryOutcomes, TakenDelivery } from './delivery-outcomes';
import type { MailReader } from './notice-mailer';
import { PushSender } from './push-sender';
import { verdictOf } from './verdict';

/** Deliveries at a time of this process, and those of them to one push service: one that hangs holds up no other. */
const ROOM = 256;
const PER_HOST = 64;
const POLL_MS = 400;
/** After a commit so long is waited for others, that are then worked on together. */
const GATHER_MS = 5;
/** What is being sent may end for so long when the process does. */
const GRACE_MS = 3000;
/** What another release knows how to send is left to it for so long. */
const UNKNOWN_S = 10;
const CROWDED_S = 1;

interface LoadedDelivery extends PushedNotice, RecipientRow, MailReader {
  readonly deliveryId: string;
  readonly channel: SentChannel;
  readonly attempts: number;
  readonly isDigest: boolean;
  readonly expiresAt: Date | null;
  readonly priority: Priority;
  readonly isRead: boolean;
  readonly isDeleted: boolean;
  readonly deviceId: string | null;
  readonly target: Buffer | null;
  readonly registration: number | null;
  readonly host: string | null;
  readonly isDeviceOpen: boolean;
}

/**
 * Sends what is due by each channel but the inbox. The rows are the truth: whichever process has room takes what is due with a lease, asks once
 * more whether it is wanted, and sends it. What a process takes into the grave is due again when its lease has ended.
 */
@Injectable()
export class NotificationDispatcher implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(NotificationDispatcher.name);
  /** What is sent is nobody's doing, whoever has woken the dispatcher. */
  private readonly neutral = new AsyncResource('Notifications');
  private readonly stopping = new AbortController();
  private readonly sends = new Set<Promise<void>>();
  private readonly atHost = new Map<string, number>();
  private readonly count: (channel: string, outcome: string) => void;
  private load: Statement;
  private running: Promise<void> | null = null;
  private gathering: NodeJS.Timeout | null = null;
  private again = false;

  constructor(
    private readonly db: Database,
    private readonly poller: Poller,
    private readonly nudge: DeliveryNudge,
    private readonly categories: Categories,
    private readonly recipients: Recipients,
    private readonly devices: DevicesService,
    private readonly pushes: PushSender,
    private readonly outcomes: DeliveryOutcomes,
    private readonly visibility: ResourceVisibility,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    metrics: Metrics,
  ) {
    const attempts = metrics.counter('notification_deliveries_total', 'Notifications by channel and outcome.', [
      'channel',
      'outcome',
    ]);
    this.count = (channel, outcome) => attempts.inc({ channel, outcome });
  }

  onModuleInit(): void {
    this.load = loadStatement(this.visibility.of('u', 'n.resource_type', 'n.resource_id'));
  }

  onApplicationBootstrap(): void {
    if (this.config.appRole === 'web') return;
    this.nudge.onDeliveries(() => this.wake());
    this.poller.register({
      name: 'notifications.due',
      everyMs: POLL_MS,
      select: DUE,
      found: (rows) => void (rows.length > 0 && this.wake()),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.nudge.onDeliveries(() => undefined);
    if (this.gathering) clearTimeout(this.gathering);
    await this.running;
    const grace = setTimeout(() => this.stopping.abort(new Error('The process ends')), GRACE_MS);
    await Promise.all(this.sends);
    clearTimeout(grace);
    this.stopping.abort(new Error('The process has ended'));
  }

  private wake(): void {
    if (this.gathering || this.stopping.signal.aborted) return;
    this.neutral.runInAsyncScope(() => {
      this.gathering = setTimeout(() => {
        this.gathering = null;
        this.work();
      }, GATHER_MS);
    });
  }

  private work(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.again = false;
    this.running = this.take()
      .catch((error: unknown) => this.log.warn(`Notifications wait: ${(error as Error).message}`))
      .finally(() => {
        this.running = null;
        if (this.again) this.wake();
      });
  }

  private async take(): Promise<void> {
    const room = ROOM - this.sends.size;
    if (room <= 0) return;
    const lease = newId();
    const claimed = await this.db.query<{ id: string }>(CLAIM, [room, lease]);
    if (claimed.length === 0) return;
    const ids = claimed.map(({ id }) => id);
    for (const one of await this.db.query<LoadedDelivery>(this.load, [ids, lease])) this.start(one, lease);
    if (claimed.length === room) this.again = true;
  }

  private start(delivery: LoadedDelivery, lease: string): void {
    const taken = { deliveryId: delivery.deliveryId, lease };
    const sending = this.deliver(delivery, taken)
      .then((outcome) => this.count(delivery.channel, outcome))
      .catch((error: unknown) => this.log.warn(`A delivery of notification ${delivery.id} is not written down`, error))
      .finally(() => {
        this.sends.delete(sending);
        if (this.sends.size === ROOM - 1) this.wake();
      });
    this.sends.add(sending);
  }

  /** @returns a word for the metric */
  private async deliver(delivery: LoadedDelivery, taken: TakenDelivery): Promise<string> {
    const category = this.categories.find(delivery.category);
    if (!category) {
      await this.outcomes.handBack([taken], UNKNOWN_S);
      return 'handed_back';
    }
    const recipient = this.recipients.recipientOf(delivery);
    const verdict = verdictOf(delivery, category, recipient, this.clock.nowMs());
    if (verdict.act === 'skip') {
      await this.outcomes.skipped(taken, verdict.reason);
      return 'skipped';
    }
    if (verdict.act === 'hold') {
      await this.outcomes.held(taken, verdict.until, verdict.isDigest);
      return 'held';
    }
    switch (delivery.channel) {
      case 'email':
        return this.mail(delivery, taken);
      case 'webhook':
        await this.outcomes.published(taken, delivery.id);
        return 'sent';
      case 'web_push':
      case 'fcm':
        return this.push(delivery, taken);
    }
  }

  private async mail(delivery: LoadedDelivery, taken: TakenDelivery): Promise<string> {
    try {
      if (delivery.isDigest) await this.outcomes.digested(delivery.userId, delivery);
      else await this.outcomes.mailed(taken, delivery, delivery);
      return 'sent';
    } catch (error) {
      if (!(error instanceof Validation)) throw error;
      await this.outcomes.failed(taken, { status: null, reason: 'address_refused', retryS: null });
      return 'failed';
    }
  }

  private async push(delivery: LoadedDelivery, taken: TakenDelivery): Promise<string> {
    const { deviceId, target: sealed, registration, host, isDeviceOpen, expiresAt, attempts, priority } = delivery;
    if (deviceId === null || sealed === null || registration === null || host === null || !isDeviceOpen) {
      await this.outcomes.skipped(taken, 'no_device');
      return 'skipped';
    }
    const ttlS = expiresAt ? Math.floor((expiresAt.getTime() - this.clock.nowMs()) / 1000) : 0;
    const target = this.devices.open(sealed);
    if (ttlS <= 0 || !target) {
      await this.outcomes.failed(taken, { status: null, reason: target ? 'expired' : 'key_changed', retryS: null });
      return 'failed';
    }
    const before = this.atHost.get(host) ?? 0;
    if (before >= PER_HOST) {
      await this.outcomes.handBack([taken], CROWDED_S);
      return 'handed_back';
    }
    this.atHost.set(host, before + 1);
    try {
      const outcome = await this.pushes.push(
        target,
        { notice: delivery, priority, ttlS },
        attempts,
        this.stopping.signal,
      );
      if (outcome.kind === 'sent') await this.outcomes.pushed(taken, outcome.status);
      else if (outcome.kind === 'failed') await this.outcomes.failed(taken, outcome);
      else {
        await this.outcomes.failed(taken, { status: outcome.status, reason: 'device_gone', retryS: null });
        await this.devices.removeDead(deviceId, registration);
      }
      return outcome.kind;
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
      await this.outcomes.handBack([taken]);
      return 'handed_back';
    } finally {
      const now = (this.atHost.get(host) ?? 1) - 1;
      if (now === 0) this.atHost.delete(host);
      else this.atHost.set(host, now);
    }
  }
}
