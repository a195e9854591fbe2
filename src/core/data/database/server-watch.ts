import { Logger } from '@nestjs/common';
import { Client, DatabaseError, Pool, PoolClient } from 'pg';

/** A connection out for so long makes us ask whether the server lives, ms. */
const DOUBT_MS = 1000;
/** The server does not live when it gives no answer for so long, ms. Together below the five seconds a request may take. */
const ANSWER_MS = 2500;
const TICK_MS = 250;

/** What a connection has underneath. */
interface Socketed {
  readonly connection: { readonly stream: { destroy(): void } };
}

/**
 * Notices a server that stands still: it accepts, and says nothing. Limits that the server enforces do not help then, and
 * a limit for each statement would end those that are merely slow. So a connection that is out for long makes a probe ask
 * the server over a connection of its own. Without an answer every connection is destroyed, which fails what waits for
 * it; until a probe is answered again, `isStill` says that nobody need try.
 */
export class ServerWatch {
  private readonly log = new Logger(ServerWatch.name);
  private readonly clients = new Set<PoolClient>();
  /** Since when each connection is out, by `performance.now()`. */
  private readonly out = new Map<PoolClient, number>();
  private readonly ticker = setInterval(() => void this.tick(), TICK_MS).unref();
  private isProbing = false;
  private nextProbeAtMs = 0;
  private backAtMs = 0;
  private still = false;

  constructor(private readonly url: string) {}

  /** Whether the server was last found to stand still. */
  get isStill(): boolean {
    return this.still;
  }

  /** Watches the connections of a pool. */
  follow(pool: Pool): void {
    pool.on('acquire', (client) => {
      this.clients.add(client); // those of before we followed are not told of otherwise
      this.out.set(client, performance.now());
    });
    pool.on('release', (_, client) => {
      this.out.delete(client);
      this.backAtMs = performance.now();
    });
    pool.on('remove', (client) => {
      this.clients.delete(client);
      this.out.delete(client);
    });
  }

  stop(): void {
    clearInterval(this.ticker);
  }

  private async tick(): Promise<void> {
    const nowMs = performance.now();
    const [oldestAtMs = nowMs] = this.out.values();
    const isDoubtful = this.still || nowMs - oldestAtMs >= DOUBT_MS;
    if (!isDoubtful || this.isProbing || nowMs < this.nextProbeAtMs) return;
    this.isProbing = true;
    const lives = await answers(this.url);
    this.isProbing = false;
    this.nextProbeAtMs = performance.now() + DOUBT_MS;
    if (lives || (!this.still && this.backAtMs > nowMs)) this.lives();
    else this.standsStill();
  }

  private lives(): void {
    if (this.still) this.log.log('The database answers again');
    this.still = false;
  }

  private standsStill(): void {
    if (!this.still) this.log.warn(`The database stands still: ${this.clients.size} connections are destroyed`);
    this.still = true;
    for (const client of this.clients) (client as unknown as Socketed).connection.stream.destroy();
  }
}

/** Whether the server says anything, a refusal too. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: 'atrium-probe' });
  client.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    // What has come while this process was busy is read before it counts as late.
    timer = setTimeout(() => setImmediate(() => resolve(false)), ANSWER_MS);
  });
  const asked = client
    .connect()
    .then(() => client.query('SELECT 1'))
    .then(
      () => true,
      (error: unknown) => error instanceof DatabaseError,
    );
  const lives = await Promise.race([asked, late]).finally(() => clearTimeout(timer));
  (client as unknown as Socketed).connection.stream.destroy();
  return lives;
}
