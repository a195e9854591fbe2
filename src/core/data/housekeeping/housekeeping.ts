import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { Config, CONFIG } from '../../kernel/config';
import { Metrics } from '../../kernel/metrics';
import { Database, statement } from '../database';
import { Leader } from './leader';
import { KeptTables, Portion, SqlRule, tablesOf, WorkRule } from './rules';

const TICK_MS = 15_000;
const BATCH = 500;
/** Between two portions others get on. */
const PAUSE_MS = 20;
/** After so many portions the other rules have their turn; the rest is due at once. */
const PORTIONS = 100;
/** A rule that has failed is tried again after this, or its own interval where that is shorter. */
const RETRY_MS = 60_000;

/** A rule that nobody has run yet waits for its first interval. */
const ENROL = statement(
  'housekeeping.enrol',
  `INSERT INTO housekeeping_runs (rule, due_at)
   SELECT rule, now() + every_ms * interval '1 millisecond' FROM unnest($1::text[], $2::float8[]) AS own (rule, every_ms)
   ON CONFLICT DO NOTHING`,
);
const LIST = statement(
  'housekeeping.list',
  `SELECT rule, due_at <= now() AS "isDue", extract(epoch FROM last_success_at)::float8 AS "lastSuccessS"
   FROM housekeeping_runs WHERE rule = ANY($1) ORDER BY due_at`,
);
const DONE = statement(
  'housekeeping.done',
  `UPDATE housekeeping_runs SET due_at = now() + $2 * interval '1 millisecond', last_success_at = now() WHERE rule = $1`,
);
const FAILED = statement(
  'housekeeping.failed',
  `UPDATE housekeeping_runs SET due_at = now() + $2 * interval '1 millisecond' WHERE rule = $1`,
);

interface Run {
  readonly rule: string;
  readonly isDue: boolean;
  readonly lastSuccessS: number | null;
}

interface Result {
  readonly removed: number;
  /** False when it was broken off with more to do. */
  readonly complete: boolean;
}

/**
 * Keeps tables of passing things short. Every table has a rule, or says why it has none. Of all instances one leads: it
 * runs what is due in portions, each a short statement of its own. What fails is logged and counted, and the other rules run.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Housekeeping.name);
  private readonly known: (KeptTables | SqlRule | WorkRule)[] = [];
  private readonly work = new Map<string, WorkRule>();
  private readonly leader: Leader;
  private readonly removed: Counter<'rule'>;
  private readonly failures: Counter<'rule'>;
  private readonly lastSuccessS = new Map<string, number>();
  /** When each rule of this instance alone is due, by `performance.now()`. */
  private readonly ownDueMs = new Map<string, number>();
  private ticker: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private ending = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    metrics: Metrics,
  ) {
    this.leader = new Leader(config.databaseUrl);
    this.removed = metrics.counter('housekeeping_removed_total', 'Rows and files removed, by rule.', ['rule']);
    this.failures = metrics.counter('housekeeping_failures_total', 'Runs that failed, by rule.', ['rule']);
    const name = 'housekeeping_last_success_timestamp_seconds';
    const gauge = metrics.gauge(name, 'When a rule last ran to its end, as the leader knows it.', ['rule'], () => {
      gauge.reset();
      for (const [rule, seconds] of this.lastSuccessS) gauge.set({ rule }, seconds);
    });
    this.register({ tables: ['housekeeping_runs'], kept: 'for ever, one row a rule' });
    this.register({ tables: ['migrations'], kept: 'for ever' });
  }

  /** @throws Error when another rule has the name */
  register(rule: KeptTables | SqlRule | WorkRule): void {
    this.known.push(rule);
    if (!('name' in rule)) return;
    if (this.work.has(rule.name)) throw new Error(`Two rules of housekeeping are named ${rule.name}`);
    this.work.set(rule.name, 'table' in rule ? this.asWork(rule) : rule);
    if ('onEachInstance' in rule) this.ownDueMs.set(rule.name, performance.now() + rule.everyMs);
  }

  /** Every rule and every reason, in the order of their registration. */
  get rules(): readonly (KeptTables | SqlRule | WorkRule)[] {
    return this.known;
  }

  onApplicationBootstrap(): void {
    this.ticker = setInterval(() => this.tick(), TICK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending = true;
    clearInterval(this.ticker);
    await this.running;
    await this.leader.resign();
  }

  /** Runs the rules of this instance that are due, and, when it leads, those of all. @returns whether it leads */
  async runDue(): Promise<boolean> {
    const nowMs = performance.now();
    for (const [name, dueMs] of this.ownDueMs) if (dueMs <= nowMs) await this.runOwn(name);
    if (this.ending || !(await this.leader.leads())) {
      this.lastSuccessS.clear();
      return false;
    }
    for (const { rule, isDue } of await this.shared()) if (isDue && !this.ending) await this.runShared(rule);
    await this.shared(); // for the metrics
    return true;
  }

  /** Runs one rule to its end now, whoever leads. @returns how much it has removed @throws what the rule throws */
  async run(name: string): Promise<number> {
    const rule = this.work.get(name);
    if (!rule) throw new Error(`No rule of housekeeping is named ${name}`);
    return (await this.portions(rule, Infinity, () => Promise.resolve(true))).removed;
  }

  private tick(): void {
    this.running ??= this.runDue()
      .then(
        () => undefined,
        (error: unknown) => this.log.warn(`Housekeeping waits: ${(error as Error).message}`),
      )
      .finally(() => (this.running = null));
  }

  private async shared(): Promise<Run[]> {
    const rules = [...this.work.values()].filter(({ onEachInstance }) => !onEachInstance);
    const names = rules.map(({ name }) => name);
    await this.db.execute(ENROL, [names, rules.map(({ everyMs }) => everyMs)]);
    const runs = await this.db.query<Run>(LIST, [names]);
    for (const { rule, lastSuccessS } of runs) if (lastSuccessS) this.lastSuccessS.set(rule, lastSuccessS);
    return runs;
  }

  private async runShared(name: string): Promise<void> {
    const rule = this.work.get(name)!;
    const result = await this.attempt(rule, () => this.leader.leads());
    if (result === null) await this.db.execute(FAILED, [name, Math.min(RETRY_MS, rule.everyMs)]);
    else await this.db.execute(DONE, [name, result.complete ? rule.everyMs : 0]);
  }

  private async runOwn(name: string): Promise<void> {
    const { everyMs, ...rule } = this.work.get(name)!;
    const result = await this.attempt({ ...rule, everyMs }, () => Promise.resolve(true));
    const waitMs = result === null ? Math.min(RETRY_MS, everyMs) : result.complete ? everyMs : 0;
    this.ownDueMs.set(name, performance.now() + waitMs);
  }

  /** null when it failed. */
  private async attempt(rule: WorkRule, mayGoOn: () => Promise<boolean>): Promise<Result | null> {
    try {
      return await this.portions(rule, PORTIONS, mayGoOn);
    } catch (error) {
      this.failures.inc({ rule: rule.name });
      this.log.error(`Housekeeping ${rule.name} failed`, error);
      return null;
    }
  }

  private async portions(rule: WorkRule, limit: number, mayGoOn: () => Promise<boolean>): Promise<Result> {
    let removed = 0;
    for (let count = 0; count < limit && !this.ending && (await mayGoOn()); count++) {
      const portion = await rule.portion();
      removed += portion.removed;
      this.removed.inc({ rule: rule.name }, portion.removed);
      if (!portion.more) return { removed, complete: true };
      await sleep(PAUSE_MS);
    }
    return { removed, complete: false };
  }

  /** Rows that somebody else holds are left for the next run. */
  private asWork(rule: SqlRule): WorkRule {
    const { table, where, set, values } = rule;
    const text = `${set ? `UPDATE ${table} SET ${set}` : `DELETE FROM ${table}`} WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM ${table} WHERE ${where} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`;
    const portion = async (): Promise<Portion> => {
      const removed = await this.db.execute(text, values?.(this.config) ?? []);
      return { removed, more: removed >= BATCH };
    };
    return { ...rule, tables: tablesOf(rule), portion };
  }
}
