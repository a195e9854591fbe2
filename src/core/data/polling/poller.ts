import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { HealthChecks } from '../../kernel/health';
import { Database, statement } from '../database';
import { combined, DuePoll, Poll } from './poll';

const TICK_MS = 400;

interface Registered {
  readonly poll: Poll<unknown>;
  /** By `performance.now()`. */
  dueAtMs: number;
  /** Its rows are being worked on. */
  working: boolean;
}

interface Answer {
  readonly poll: string;
  readonly row: unknown;
}

/**
 * Asks Postgres for everything an instance must see within a second: one statement for all polls that are due. After one that
 * failed each poll is asked for by itself, until all have answered again: a poll that cannot be answered holds up no other.
 */
@Injectable()
export class Poller implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Poller.name);
  private readonly polls: Registered[] = [];
  private readonly ill = new Set<string>();
  private ticker: NodeJS.Timeout;
  private asking: Promise<void> | null = null;
  private together = true;

  constructor(
    private readonly db: Database,
    private readonly health: HealthChecks,
  ) {}

  /** From the next tick on. @throws Error when another has the name */
  register<Row>(poll: Poll<Row>): void {
    if (this.polls.some((one) => one.poll.name === poll.name)) throw new Error(`Two polls are named ${poll.name}`);
    this.polls.push({ poll: poll as Poll<unknown>, dueAtMs: 0, working: false });
  }

  onApplicationBootstrap(): void {
    this.ticker = setInterval(() => this.tick(), TICK_MS).unref();
    this.tick();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.ticker);
    await this.asking;
  }

  private tick(): void {
    this.asking ??= this.askDue().finally(() => (this.asking = null));
  }

  private async askDue(): Promise<void> {
    const nowMs = performance.now();
    const due = this.polls.filter(({ dueAtMs, working }) => !working && dueAtMs <= nowMs);
    const asked = due.flatMap((one) => {
      const values = one.poll.values ? one.poll.values() : [];
      return values ? [{ ...one, one, values }] : [];
    });
    for (const { one } of asked) one.dueAtMs = nowMs + one.poll.everyMs - TICK_MS / 2; // ticks come a little early or late
    if (asked.length === 0) return;
    if (this.together && (await this.ask(asked))) return;
    let isWell = true;
    for (const one of asked) isWell = (await this.ask([one])) && isWell;
    this.together = isWell;
  }

  /** @returns whether they were answered */
  private async ask(asked: readonly (DuePoll & { readonly one: Registered })[]): Promise<boolean> {
    const { name, text, values } = combined(asked);
    const askedAtMs = performance.now();
    try {
      const answers = await this.db.query<Answer & Record<string, unknown>>(statement(name, text), values);
      for (const { one } of asked) {
        this.recovered(one.poll.name);
        const rows = answers.filter(({ poll }) => poll === one.poll.name).map(({ row }) => row);
        void this.work(one, rows, askedAtMs);
      }
      return true;
    } catch (error) {
      this.health.suspect('database');
      if (asked.length === 1) this.failed(asked[0].poll.name, error);
      return false;
    }
  }

  private async work(one: Registered, rows: readonly unknown[], askedAtMs: number): Promise<void> {
    one.working = true;
    try {
      await one.poll.found(rows, askedAtMs);
    } catch (error) {
      this.log.warn(`What ${one.poll.name} found was not worked on`, error);
    } finally {
      one.working = false;
    }
  }

  private failed(name: string, error: unknown): void {
    if (this.ill.has(name)) return;
    this.ill.add(name);
    this.log.warn(`${name} is not answered: ${(error as Error).message}`);
  }

  private recovered(name: string): void {
    if (this.ill.delete(name)) this.log.log(`${name} is answered again`);
  }
}
