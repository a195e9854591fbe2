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
import { Database, unpreparedStatement, statement } from '../database';
import { Unavailable } from '../../kernel/errors';
import { Invariants } from '../invariants';
import { EVENTS_QUEUE } from '../queues';
import { Redis } from '../redis';
import { newId } from '../../kernel/runtime';
import { Events } from './events';

const BATCH = 200;
const AT_ONCE = 8;
const TICK_MS = 1000;
/** After a commit so long is waited for others, that are then handed over together. */
const GATHER_MS = 10;
const KEEP_DELIVERED = '7 days';
const SWEEP_MS = 3_600_000;

/** Takes what is due and puts it off until the queue has surely had its chance: the reconciler is this same statement. */
const TAKE = unpreparedStatement(
  `UPDATE outbox SET due_at = now() + interval '10 seconds' WHERE id IN (
     SELECT id FROM outbox WHERE delivered_at IS NULL AND due_at <= now()
     ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
   ) RETURNING id`,
);
const FAILED = statement(
  'outbox.failed',
  `UPDATE outbox SET attempts = attempts + 1, due_at = now() + least(2 ^ least(attempts, 12), 3600) * interval '1 second'
   WHERE id = $1 AND delivered_at IS NULL`,
);
/** Whoever is called for it is away, which says nothing of the event: however long that lasts, it is tried soon after. */
const AWAY = statement(
  'outbox.away',
  `UPDATE outbox SET attempts = attempts + 1, due_at = now() + least(2 ^ least(attempts, 12), 10 + 20 * random()) * interval '1 second'
   WHERE id = $1 AND delivered_at IS NULL`,
);
const SWEEP = `DELETE FROM outbox WHERE delivered_at < now() - interval '${KEEP_DELIVERED}'`;
const SWEEP_PROCESSED = `DELETE FROM processed_events WHERE created_at < now() - interval '30 days'`;
const OVERDUE = `SELECT 'event:' || id AS subject,
    format('%s of %s is not delivered after %s attempts.', type, created_at, attempts) AS detail
  FROM outbox WHERE delivered_at IS NULL AND created_at < now() - interval '10 minutes'`;

/**
 * Carries durable events from the outbox to their listeners through Bull. Postgres says what is still to do, Bull only
 * spreads it: a job that Redis loses is handed over again when its row falls due.
 */
@Injectable()
export class Relay implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Relay.name);
  private ticker: NodeJS.Timeout;
  private sweeper: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private again = false;
  private gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly redis: Redis,
    private readonly invariants: Invariants,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<{ id: string }>,
  ) {}

  onModuleInit(): void {
    this.invariants.register('events.delivered', { table: 'outbox', violations: OVERDUE });
  }

  onApplicationBootstrap(): void {
    this.events.onDurable(() => (this.gathering ??= setTimeout(() => this.handOver(), GATHER_MS)));
    this.ticker = setInterval(() => this.nudge(), TICK_MS).unref();
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.ticker);
    clearInterval(this.sweeper);
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
      const rows = await this.db.query<{ id: string }>(TAKE);
      taken = rows.length;
      if (taken === 0) return;
      await this.queue.addBulk(
        rows.map(({ id }) => ({ data: { id }, opts: { jobId: id, removeOnComplete: true, removeOnFail: true } })),
      );
    }
  }

  private async sweep(): Promise<void> {
    await this.db.execute(SWEEP).catch(() => undefined);
    await this.db.execute(SWEEP_PROCESSED).catch(() => undefined);
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
      const event = await this.events.findDue(id);
      if (!event) return; // another attempt was faster
      try {
        await this.events.deliver(id, event);
      } catch (error) {
        if (error instanceof Unavailable) return void (await this.db.execute(AWAY, [id])); // its breaker has said why
        const isDue = (await this.db.execute(FAILED, [id])) > 0;
        if (isDue) this.log.error(`${event.type} ${id} was not delivered`, error);
      }
    });
  }
}
