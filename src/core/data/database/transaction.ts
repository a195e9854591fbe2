import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { ScopeTransaction } from './scope';

/** One transaction on one connection. It begins with its first statement. */
export class Transaction implements ScopeTransaction {
  readonly isOpen = true;
  private beginning: Promise<unknown> | null = null;
  private broken: Error | undefined;

  /** @param onProgress called once the server has done something */
  constructor(
    private readonly client: PoolClient,
    private readonly onProgress?: () => void,
  ) {
    client.on('error', lost);
  }

  async query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    this.beginning ??= this.client.query('BEGIN');
    await this.beginning;
    this.onProgress?.();
    return this.client.query<R>(config);
  }

  /** Runs these and commits. @throws the first failure; then nothing has happened */
  async commit(last: readonly QueryConfig[]): Promise<void> {
    if (!this.beginning && last.length === 0) return;
    for (const one of last) await this.query(one);
    assertCommitted(await this.query({ text: 'COMMIT' }));
  }

  /** Every statement belongs to it anyway. */
  join(): void {}

  async rollback(): Promise<void> {
    if (this.beginning) await this.client.query('ROLLBACK').catch((cause: Error) => (this.broken = cause));
  }

  /** Gives the connection back, or throws it away when it is of no use any more. */
  release(): void {
    this.client.removeListener('error', lost);
    this.client.release(this.broken);
  }
}

/** The server calls it otherwise where an earlier failure was overlooked. @throws Error then */
function assertCommitted({ command }: QueryResult): void {
  if (command !== 'COMMIT') throw new Error('The transaction had failed before its commit');
}

/** A connection that is lost between two statements says so at the next one. */
const lost = (): void => undefined;
