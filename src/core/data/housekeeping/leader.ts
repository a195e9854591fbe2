import { Client } from 'pg';
import { defineLock } from '../database';

const LOCK = defineLock('housekeeping');
/** An answer takes no longer, ms. */
const ANSWER_MS = 3000;
/** The server ends the connection of a leader that says nothing for so long: a frozen process leads no more. */
const SILENCE = '60s';

/** Which of all instances does the housekeeping: the one whose connection has the lock. It ends with the connection. */
export class Leader {
  private client: Client | null = null;

  constructor(private readonly url: string) {}

  /** Whether this instance is the leader, which it becomes when there is none. @throws when the server does not answer */
  async leads(): Promise<boolean> {
    return (await this.isAlive()) || this.stand();
  }

  /** Lets another instance lead. */
  async resign(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async isAlive(): Promise<boolean> {
    if (!this.client) return false;
    try {
      await this.client.query('SELECT 1');
      return true;
    } catch {
      await this.resign(); // the server has ended it, and the lock with it
      return false;
    }
  }

  private async stand(): Promise<boolean> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'atrium-housekeeping',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      options: `-c idle_session_timeout=${SILENCE}`,
    });
    client.on('error', () => undefined); // the next query says so
    let hasLock = false;
    try {
      await client.connect();
      hasLock = await LOCK.tryAcquireInSession(client);
    } finally {
      if (!hasLock) await client.end().catch(() => undefined);
    }
    if (hasLock) this.client = client;
    return hasLock;
  }
}
