import { AsyncResource } from 'node:async_hooks';
import {
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleInit,
} from '@nestjs/common';
import { Database, Statement } from '../../../core/data/database';
import { Poller } from '../../../core/data/polling';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Metrics } from '../../../core/kernel/metrics';
import { Clock, newId } from '../../../core/kernel/runtime';
import type { PostAttempt } from '../../../core/outbound';
import { PublicAddress } from '../../../core/web/http';
import { CLAIM, DUE, loadStatement, SPREAD_BATCH, spreadStatement } from './delivery.statements';
import { DeliveryNudge } from './delivery-nudge';
import { DeliveryOutcomes, TakenDelivery } from './delivery-outcomes';
import { PublicEvents } from './public-events';
import { signedHeaders } from './signature';
import { thinBody } from './thin-body';
import { WebhookSecrets } from './webhook-secrets';
import { WebhookSender } from './webhook-sender';

/** Sends at a time of this process to webhooks that are well, and to those that are ailing. */
const ROOM = { well: 256, ailing: 32 } as const;
const POLL_MS = 400;
/** After a commit or a send so long is waited for others, that are then worked on together. */
const GATHER_MS = 5;
/** What is being sent may end for so long when the process does. */
const GRACE_MS = 3000;
const USER_AGENT = 'Atrium-Webhooks/1.0';

interface Claimed {
  readonly webhookId: string;
  readonly eventId: string;
  readonly isAiling: boolean;
}

interface LoadedDelivery {
  readonly webhookId: string;
  readonly eventId: string;
  readonly attempts: number;
  readonly url: string;
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  readonly type: string;
  readonly about: string;
  readonly subjectId: string;
  readonly path: `/${string}`;
  readonly actorId: string | null;
  readonly happenedAt: Date;
  readonly isVisible: boolean;
}

/**
 * Makes the deliveries of events and sends them. The rows are the truth: whichever process has room takes what is due with
 * `FOR UPDATE SKIP LOCKED` and a lease, from each webhook in turn. What a process takes into the grave is due again when its lease
 * has ended, under the same id.
 */
@Injectable()
export class Dispatcher implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Dispatcher.name);
  /** What is sent is nobody's doing, whoever has woken the dispatcher. */
  private readonly neutral = new AsyncResource('Webhooks');
  private readonly stopping = new AbortController();
  private readonly sends = new Set<Promise<void>>();
  private readonly busy = { well: 0, ailing: 0 };
  private readonly count: (outcome: string) => void;
  private spread: Statement;
  private load: Statement;
  private running: Promise<void> | null = null;
  private gathering: NodeJS.Timeout | null = null;
  private again = false;
  /** Events may have no deliveries yet. */
  private hasEvents = true;

  constructor(
    private readonly db: Database,
    private readonly poller: Poller,
    private readonly nudge: DeliveryNudge,
    private readonly known: PublicEvents,
    private readonly outcomes: DeliveryOutcomes,
    private readonly sender: WebhookSender,
    private readonly secrets: WebhookSecrets,
    private readonly addresses: PublicAddress,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    metrics: Metrics,
  ) {
    const attempts = metrics.counter('webhook_attempts_total', 'Deliveries to webhooks by what came of them.', [
      'outcome',
    ]);
    this.count = (outcome) => attempts.inc({ outcome });
    const gauge = metrics.gauge('webhook_sends_in_flight', 'Calls to webhooks that are under way.', [], () => {
      gauge.set(this.busy.well + this.busy.ailing);
    });
  }

  onModuleInit(): void {
    const visible = this.known.visible('e', 'u');
    this.spread = spreadStatement(visible);
    this.load = loadStatement(visible);
  }

  onApplicationBootstrap(): void {
    if (this.config.appRole === 'web') return;
    this.nudge.onEvents(() => this.expectEvents());
    this.poller.register({
      name: 'webhooks.due',
      everyMs: POLL_MS,
      select: DUE,
      found: (rows) => void (rows.length > 0 && this.expectEvents()),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.nudge.onEvents(() => undefined);
    if (this.gathering) clearTimeout(this.gathering);
    await this.running;
    const grace = setTimeout(() => this.stopping.abort(new Error('The process ends')), GRACE_MS);
    await Promise.all(this.sends);
    clearTimeout(grace);
    this.stopping.abort(new Error('The process has ended'));
  }

  private expectEvents(): void {
    this.hasEvents = true;
    this.wake();
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
    this.running = this.spreadAll()
      .then(() => this.take())
      .catch((error: unknown) => this.log.warn(`Webhooks wait: ${(error as Error).message}`))
      .finally(() => {
        this.running = null;
        if (this.again) this.wake();
      });
  }

  /** What came in meanwhile is for the next time, so that a flood of events holds up no send. */
  private async spreadAll(): Promise<void> {
    if (!this.hasEvents) return;
    this.hasEvents = false;
    const [{ taken }] = await this.db.query<{ taken: number }>(this.spread);
    if (taken * 2 >= SPREAD_BATCH) this.hasEvents = this.again = true;
  }

  private async take(): Promise<void> {
    const [well, ailing] = [ROOM.well - this.busy.well, ROOM.ailing - this.busy.ailing];
    if (well <= 0 && ailing <= 0) return;
    const lease = newId();
    const claimed = await this.db.query<Claimed & Record<string, unknown>>(CLAIM, [
      Math.max(well, 0),
      Math.max(ailing, 0),
      lease,
    ]);
    if (claimed.length === 0) return;
    const ids = [claimed.map(({ webhookId }) => webhookId), claimed.map(({ eventId }) => eventId)];
    const loaded = await this.db.query<LoadedDelivery & Record<string, unknown>>(this.load, [...ids, lease]);
    const ailed = new Set(claimed.filter(({ isAiling }) => isAiling).map(({ webhookId }) => webhookId));
    for (const one of loaded) this.start(one, lease, ailed.has(one.webhookId) ? 'ailing' : 'well');
    const missing = claimed.filter(
      (one) => !loaded.some((had) => had.eventId === one.eventId && had.webhookId === one.webhookId),
    );
    await this.outcomes.handBack(missing.map(({ webhookId, eventId }) => ({ webhookId, eventId, lease })));
  }

  private start(delivery: LoadedDelivery, lease: string, kind: keyof typeof ROOM): void {
    this.busy[kind] += 1;
    const sending = this.deliver(delivery, { webhookId: delivery.webhookId, eventId: delivery.eventId, lease })
      .catch((error: unknown) =>
        this.log.warn(`A delivery to webhook ${delivery.webhookId} is not written down`, error),
      )
      .finally(() => {
        this.busy[kind] -= 1;
        this.sends.delete(sending);
        this.wake();
      });
    this.sends.add(sending);
  }

  private async deliver(delivery: LoadedDelivery, taken: TakenDelivery): Promise<void> {
    if (!delivery.isVisible) {
      this.count('skipped');
      return this.outcomes.skipped(taken);
    }
    const attempt = this.attempt(delivery);
    if (!attempt) return this.outcomes.failed(taken, delivery.attempts, { status: null, error: 'secret_unreadable' });
    let result;
    try {
      result = await this.sender.send(attempt, this.stopping.signal);
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
      return this.outcomes.handBack([taken]);
    }
    const { status } = result;
    const isGood = status !== null && status >= 200 && status < 300;
    this.count(isGood ? 'delivered' : 'failed');
    return isGood ? this.outcomes.delivered(taken, status) : this.outcomes.failed(taken, delivery.attempts, result);
  }

  /** null when SECRET_KEY is another one by now. */
  private attempt({ eventId, url, secret, previousSecret, path, ...event }: LoadedDelivery): PostAttempt | null {
    const body = thinBody({ ...event, url: this.addresses.urlOf(path) });
    const secrets = this.secrets.openAll(previousSecret ? [secret, previousSecret] : [secret]);
    if (!secrets) return null;
    const timestamp = Math.floor(this.clock.nowMs() / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': USER_AGENT,
      ...signedHeaders({ id: eventId, timestamp, body }, secrets),
    };
    return { url, headers, body };
  }
}
