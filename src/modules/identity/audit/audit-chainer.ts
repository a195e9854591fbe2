import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database, defineLock, statement } from '../../../core/data/database';
import { Poller } from '../../../core/data/polling';
import { Clock } from '../../../core/kernel/runtime';
import { CANONICAL, CHECKPOINT_EVERY, GENESIS, LATEST, linkHash } from './chain';
import { Checkpoints } from './checkpoints';

/** Of all instances one links at a time. */
const LOCK = defineLock('audit.chain');
const BATCH = 500;
const POLL_INTERVAL_MS = 1000;
const CHECKPOINT_MS = 60_000;

const HEAD = statement('audit.head', 'SELECT seq::float8 AS seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1');
const LAST_CHECKPOINT = statement(
  'audit.last-checkpoint',
  'SELECT seq::float8 AS seq, at FROM audit_checkpoints ORDER BY seq DESC LIMIT 1',
);
/**
 * Entries without a link, oldest first. An entry that commits late is linked late: completeness comes from asking for what has no
 * link, not from an order of ids or transactions, which a restore into another cluster would break.
 */
const UNLINKED = `SELECT e.id, ${CANONICAL} AS text FROM audit_entries e
  LEFT JOIN LATERAL (SELECT true AS yes FROM audit_chain c WHERE c.entry_id = e.id LIMIT 1) linked ON true
  WHERE e.at >= $1 AND linked.yes IS NULL
  ORDER BY e.at, e.id LIMIT ${BATCH}`; // lateral, so that it walks the two indexes and never hashes the whole trail
/** A row when an entry is without its link; asked for every second. */
const IS_BEHIND = `SELECT true AS behind WHERE EXISTS (
    SELECT FROM audit_entries e LEFT JOIN LATERAL (SELECT true AS yes FROM audit_chain c WHERE c.entry_id = e.id LIMIT 1) linked ON true
    WHERE linked.yes IS NULL AND e.at >= coalesce(
      (SELECT l.at - interval '${LATEST}' FROM audit_chain c JOIN audit_entries l ON l.id = c.entry_id ORDER BY c.seq DESC LIMIT 1),
      '-infinity'))`;
/** From when on entries are looked for, as text, since an instant of JavaScript has no microseconds. */
const SINCE = statement(
  'audit.since',
  `SELECT (e.at - interval '${LATEST}')::text AS since FROM audit_chain c JOIN audit_entries e ON e.id = c.entry_id
   ORDER BY c.seq DESC LIMIT 1`,
);
const LINK = statement(
  'audit.link',
  `INSERT INTO audit_chain (seq, entry_id, hash)
   SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[])`,
);
const CHECKPOINT = statement(
  'audit.checkpoint',
  'INSERT INTO audit_checkpoints (seq, hash, at, signature) VALUES ($1, $2, $3, $4)',
);

interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Links new entries into the chain, after the fact, so that no writer waits for another. Runs on every instance. */
@Injectable()
export class AuditChainer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(AuditChainer.name);
  private ticker: NodeJS.Timeout;
  private running: Promise<void> | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly checkpoints: Checkpoints,
    private readonly poller: Poller,
  ) {}

  onApplicationBootstrap(): void {
    this.poller.register({
      name: 'audit.behind',
      everyMs: POLL_INTERVAL_MS,
      select: IS_BEHIND,
      found: (rows) => {
        if (rows.length > 0) this.tick();
      },
    });
    this.ticker = setInterval(() => this.tick(), CHECKPOINT_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.ticker);
    await this.running;
  }

  /** Links all there is; what another instance is linking just now is left to it. */
  async link(): Promise<void> {
    while ((await this.db.transaction(() => this.linkSome())) === BATCH);
  }

  private tick(): void {
    this.running ??= this.link()
      .catch((error: unknown) => this.log.warn(`The audit chain waits: ${(error as Error).message}`))
      .finally(() => (this.running = null));
  }

  /** @returns how many were linked */
  private async linkSome(): Promise<number> {
    if (!(await LOCK.tryAcquire(this.db))) return 0;
    const [found] = await this.db.query<{ seq: number; hash: Buffer }>(HEAD);
    const [last] = await this.db.query<{ seq: number; at: Date }>(LAST_CHECKPOINT);
    if (last && last.seq > (found?.seq ?? 0)) {
      // To go on would bury the evidence.
      throw new Error(`it was cut: there is a checkpoint ${last.seq}. See audit:verify`);
    }
    const since = (await this.db.query<{ since: string }>(SINCE)).at(0)?.since ?? '-infinity';
    const entries = await this.db.query<{ id: string; text: string }>(UNLINKED, [since]);
    const links = chained(found ?? { seq: 0, hash: GENESIS }, entries);
    if (links.length > 0) {
      await this.db.execute(LINK, [
        links.map(({ seq }) => seq),
        entries.map(({ id }) => id),
        links.map(({ hash }) => hash),
      ]);
    }
    const head = links.at(-1) ?? found;
    if (!head) return 0;
    for (const link of links) if (link.seq % CHECKPOINT_EVERY === 0) await this.checkpoint(link);
    const marked = Math.max(last?.seq ?? 0, head.seq - (head.seq % CHECKPOINT_EVERY));
    const isDue = this.clock.nowMs() - (last?.at.getTime() ?? 0) >= CHECKPOINT_MS;
    if (isDue && head.seq > marked) await this.checkpoint(head);
    return links.length;
  }

  private async checkpoint({ seq, hash }: Head): Promise<void> {
    const at = this.clock.now();
    await this.db.execute(CHECKPOINT, [seq, hash, at, this.checkpoints.sign({ seq, hash, at })]);
    // A witness outside the database, for `audit:verify`.
    this.db.afterCommit(() => this.log.log(`Audit checkpoint ${seq}:${hash.toString('hex')}`));
  }
}

function chained({ seq, hash }: Head, entries: readonly { text: string }[]): Head[] {
  return entries.map(({ text }) => ({ seq: ++seq, hash: (hash = linkHash(hash, text)) }));
}
