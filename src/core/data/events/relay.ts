import { InjectQueue } from '@nestjs/bull';
import {
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleInit,
} from '@nestjs/common';
import type { Job, Queue } from 'bull';
import { Config, CONFIG } from '../../kernel/config';
import { runInContext } from '../../kernel/context/context';
import { Database } from '../database';
import { Unavailable } from '../../kernel/errors';
import { Housekeeping, Portion } from '../housekeeping';
import { Invariants } from '../invariants';
import { Poller } from '../polling';
import { EVENTS_QUEUE } from '../queues';
import { Redis } from '../redis';
import { newId } from '../../kernel/runtime';
import { AWAY, BATCH, BURY, DUE, FAILED, OVERDUE, UNSUBSCRIBE } from './delivery.statements';
import { Events } from './events';

const AT_ONCE = 8;
const POLL_INTERVAL_MS = 1000;
/** After a commit so long is waited for others, that are then handed over together. */
const GATHER_MS = 10;
const HOUR_MS = 3_600_000;

/**
 * Carries durable events from the outbox to their listeners through Bull. Postgres says what is still to do, Bull only
 * spreads it: a job that Redis loses is handed over again when its row falls due.
 */
@Injectable()
export class Relay implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Relay.name);
  private voucher: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private again = false;
  private gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly redis: Redis,
    private readonly housekeeping: Housekeeping,
    private readonly invariants: Invariants,
    private readonly poller: Poller,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<{ id: string }>,
  ) {}

  onModuleInit(): void {
    this.invariants.register('events.delivered', { table: 'event_deliveries', violations: OVERDUE });
    this.housekeeping.register({
      tables: ['event_deliveries'],
      kept: 'as long as the event; a dead one until it is replayed',
    });
    this.housekeeping.register({
      name: 'events.outbox',
      table: 'outbox',
      where: `delivered_at < now() - interval '7 days'`,
      everyMs: HOUR_MS,
      kept: '7 days after its last delivery',
    });
    this.housekeeping.register({
      name: 'events.subscriptions',
      tables: ['event_subscriptions'],
      portion: () => this.retire(),
      everyMs: HOUR_MS,
      kept: '30 days after a process last had the consumer',
    });
  }

  onApplicationBootstrap(): void {
    void this.db.whenOpen(() => this.vouch());
    this.poller.register({
      name: 'events.due',
      everyMs: POLL_INTERVAL_MS,
      select: DUE,
      values: () => this.events.known(),
      found: (rows) => {
        if (rows.length > 0) this.nudge();
      },
    });
    this.events.onDurable(() => (this.gathering ??= setTimeout(() => this.handOver(), GATHER_MS)));
    this.voucher = setInterval(() => void this.vouch(), HOUR_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.voucher);
    if (this.gathering) clearTimeout(this.gathering);
    await this.running;
  }

  /** Looks for due events now, or once more when it is looking already. */
  nudge(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch((error: unknown) => this.log.warn(`The outbox waits: ${(error as Error).message}`))
      .finally(() => {
        this.running = null;
        if (this.again) this.nudge();
      });
    this.again = false;
  }

  private handOver(): void {
    this.gathering = null;
    this.nudge();
  }

  private async drain(): Promise<void> {
    for (let taken = BATCH; taken === BATCH && this.redis.ready;) {
      const ids = await this.events.take();
      taken = ids.length;
      if (taken === 0) return;
      await this.queue.addBulk(
        ids.map((id) => ({ data: { id }, opts: { jobId: id, removeOnComplete: true, removeOnFail: true } })),
      );
    }
  }

  private async vouch(): Promise<void> {
    await this.events.vouch().catch((error: unknown) => this.log.warn('The consumers are not known to others', error));
  }

  private async retire(): Promise<Portion> {
    const buried = await this.db.execute(BURY);
    if (buried > 0) return { removed: 0, more: true };
    return { removed: await this.db.execute(UNSUBSCRIBE), more: false };
  }
}

/**
 * The worker's side. It begins once every module has been initialised: an event delivered before would miss the listeners
 * that are not there yet, for good.
 */
@Injectable()
export class EventsProcessor implements OnApplicationBootstrap {
  private readonly log = new Logger(EventsProcessor.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly events: Events,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<{ id: string }>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.appRole !== 'web') void this.queue.process(AT_ONCE, (job) => this.deliver(job));
  }

  private async deliver({ data: { id } }: Job<{ id: string }>): Promise<void> {
    const context = {
      requestId: newId(),
      transport: 'job' as const,
      clientIp: null,
      userAgent: null,
      principal: null,
      answerHeaders: null,
    };
    await runInContext(context, async () => {
      try {
        await this.events.deliver(id);
      } catch (error) {
        const { message } = error as Error;
        if (error instanceof Unavailable) return void (await this.db.execute(AWAY, [id, message])); // its breaker has said why
        const isDue = (await this.db.execute(FAILED, [id, message])) > 0;
        if (isDue) this.log.error(`Event delivery ${id} failed`, error);
      }
    });
  }
}
