import { AsyncResource } from 'node:async_hooks';
import { Inject, Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database, defineLock } from '../../../../core/data/database';
import { Poller } from '../../../../core/data/polling';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { HealthChecks } from '../../../../core/kernel/health';
import { Metrics } from '../../../../core/kernel/metrics';
import { newId } from '../../../../core/kernel/runtime';
import { mailSettings } from '../mail.settings';
import type { ClaimedDelivery } from './claimed-delivery';
import { CLAIM, DUE } from './delivery.statements';
import { DeliveryNudge } from './delivery-nudge';
import { DeliveryOutcomes } from './delivery-outcomes';
import { MailRefused, ServerAway } from './mail-transport';
import { MessageBuilder } from './message-builder';
import { Transports } from './transports';

const POLL_MS = 400;
/** After a commit or a send so long is waited for others, that are then worked on together. */
const GATHER_MS = 5;
/** Another process is taking. */
const BUSY_MS = 20;
/** A mail that failed since its server is away waits at least so long. */
const AWAY_S = 2;
/** What is being sent may end for so long when the process does. */
const GRACE_MS = 18_000;
/** One process at a time takes, so that the pace of a domain holds for all. */
const TAKING = defineLock('mail.take');

interface Held {
  readonly delivery: ClaimedDelivery;
  readonly lease: string;
}

/**
 * Sends what is due. The rows are the truth: whichever process has room takes deliveries with a lease. What a process takes into the grave
 * is due again when its lease has ended, as the same bytes under the same Message-ID.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Dispatcher.name);
  /** What is sent is nobody's doing, whoever has woken the dispatcher. */
  private readonly neutral = new AsyncResource('Mail');
  private readonly settings;
  private readonly count: (outcome: string) => void;
  /** Taken and not begun, what is urgent first. */
  private held: Held[] = [];
  private readonly sends = new Set<Promise<void>>();
  private bulkSends = 0;
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private again = false;
  private isStopping = false;

  constructor(
    private readonly db: Database,
    private readonly poller: Poller,
    private readonly nudge: DeliveryNudge,
    private readonly builder: MessageBuilder,
    private readonly transports: Transports,
    private readonly outcomes: DeliveryOutcomes,
    private readonly health: HealthChecks,
    @Inject(CONFIG) private readonly config: Config,
    metrics: Metrics,
  ) {
    this.settings = settingsOf(config, mailSettings);
    const attempts = metrics.counter('mail_attempts_total', 'Attempts to send a mail by what came of them.', [
      'outcome',
    ]);
    this.count = (outcome) => attempts.inc({ outcome });
    const gauge = metrics.gauge('mail_sends_in_flight', 'Mails that are being sent.', [], () =>
      gauge.set(this.sends.size),
    );
  }

  onApplicationBootstrap(): void {
    if (this.config.appRole === 'web') return;
    this.nudge.onDeliveries(() => this.wake());
    this.poller.register({
      name: 'mail.due',
      everyMs: POLL_MS,
      select: DUE,
      found: (rows) => void (rows.length > 0 && this.wake()),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.nudge.onDeliveries(() => undefined);
    if (this.timer) clearTimeout(this.timer);
    await this.running;
    await this.release();
    let grace: NodeJS.Timeout | undefined;
    const over = new Promise((resolve) => (grace = setTimeout(resolve, GRACE_MS)));
    await Promise.race([Promise.all(this.sends), over]);
    clearTimeout(grace);
    await this.transports.outward.close();
  }

  private wake(afterMs = GATHER_MS): void {
    if (this.timer || this.isStopping) return;
    this.neutral.runInAsyncScope(() => {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.work();
      }, afterMs);
    });
  }

  private work(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.again = false;
    this.running = this.take()
      .catch((error: unknown) => this.log.warn(`Mails wait: ${(error as Error).message}`))
      .finally(() => {
        this.running = null;
        if (this.again) this.wake();
      });
  }

  private async take(): Promise<void> {
    const { outward } = this.transports;
    const { waitMs } = outward;
    if (waitMs > 0) return this.wake(waitMs);
    const { connections, perMinute, atOnce } = this.settings;
    const room = connections * 2 - this.sends.size - this.held.length;
    if (room <= 0) return this.begin();
    const heldBulk = this.held.filter(({ delivery }) => delivery.priority === 2).length;
    const bulkRoom = Math.max(0, this.bulkLimit * 2 - this.bulkSends - heldBulk);
    const lease = newId();
    const claimed = await this.db.transaction(async () => {
      if (!(await TAKING.tryAcquire(this.db))) return null;
      const values = [room, bulkRoom, lease, outward.isPaced, perMinute, atOnce];
      return this.db.query<ClaimedDelivery & Record<string, unknown>>(CLAIM, values);
    });
    if (!claimed) return this.wake(BUSY_MS);
    this.held = [...this.held, ...claimed.map((delivery) => ({ delivery, lease }))].sort(
      (a, b) => a.delivery.priority - b.delivery.priority,
    );
    if (claimed.length === room) this.again = true;
    this.begin();
  }

  /** Some connections are always left to what is no bulk. */
  private get bulkLimit(): number {
    return Math.max(1, Math.ceil(this.settings.connections * 0.75));
  }

  private begin(): void {
    while (this.sends.size < this.settings.connections) {
      const mayBulk = this.bulkSends < this.bulkLimit;
      const at = this.held.findIndex(({ delivery }) => mayBulk || delivery.priority < 2);
      if (at < 0) return;
      const [next] = this.held.splice(at, 1);
      this.start(next);
    }
  }

  private start({ delivery, lease }: Held): void {
    const bulk = delivery.priority === 2 ? 1 : 0;
    this.bulkSends += bulk;
    const sending = this.deliver(delivery, lease)
      .catch((error: unknown) => this.log.warn(`What came of mail ${delivery.id} is not written down`, error))
      .finally(() => {
        this.bulkSends -= bulk;
        this.sends.delete(sending);
        if (this.isStopping) return;
        this.begin();
        if (this.held.length < this.settings.connections) this.wake();
      });
    this.sends.add(sending);
  }

  private async deliver(delivery: ClaimedDelivery, lease: string): Promise<void> {
    if (delivery.isSuppressed) return this.outcomes.suppressed(delivery, lease);
    if (delivery.isExpired) return this.outcomes.givenUp(delivery, lease, 'expired');
    const mail = await this.builder.build(delivery);
    if (!mail) return this.outcomes.givenUp(delivery, lease, 'unreadable');
    const beganMs = performance.now();
    const tookMs = (): number => Math.round(performance.now() - beganMs);
    try {
      const reply = await this.transports.outward.send(mail.envelope, mail.bytes, delivery.id);
      this.count('sent');
      await this.outcomes.sent(delivery, lease, reply, tookMs());
    } catch (error) {
      if (error instanceof MailRefused) {
        this.count(error.isFinal ? 'refused' : 'deferred');
        return this.outcomes.refused(delivery, lease, error, tookMs());
      }
      this.count('away');
      this.health.suspect('mail');
      if (!(error instanceof ServerAway)) this.log.warn(`Mail ${delivery.id} waits: ${(error as Error).message}`);
      await this.outcomes.release([delivery.id], lease, AWAY_S);
      await this.release();
    }
  }

  /** What was taken and not begun is due again. */
  private async release(): Promise<void> {
    for (const [lease, ids] of byLease(this.held.splice(0))) await this.outcomes.release(ids, lease, 0);
  }
}

function byLease(held: readonly Held[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { delivery, lease } of held) found.set(lease, [...(found.get(lease) ?? []), delivery.id]);
  return found;
}
