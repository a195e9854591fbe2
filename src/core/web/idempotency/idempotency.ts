import { Injectable, OnApplicationShutdown, OnModuleInit, Type } from '@nestjs/common';
import { findContext, setAnswerHeader } from '../../kernel/context/context';
import { Database, statement } from '../../data/database';
import { fromWire, toWire } from '../dto/serialise';
import { AppError, Facts } from '../../kernel/errors';
import { Invariants } from '../../data/invariants';
import { fingerprint, Keys, newId, seal, unseal } from '../../kernel/runtime';
import { IdempotencyKeyReused, InProgress } from './idempotency.errors';

/** One unsafe call with a key. */
export interface KeyedCall {
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  /** Everything that makes it this call and no other, as text. */
  readonly input: string;
  /** DTO class of the answer; null when it is JSON already, or nothing. */
  readonly type: Type | null;
}

type Stored =
  | { readonly kind: 'value'; readonly wire: unknown; readonly cookies?: string[] }
  | { readonly kind: 'error'; readonly code: string; status: number; detail: string; facts: Facts };

const LOCK = statement('idempotency.lock', 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7)) AS free');
const FIND = statement(
  'idempotency.find',
  `SELECT input_hash AS "inputHash", answer FROM idempotency_keys
   WHERE caller = $1 AND operation = $2 AND key = $3 AND expires_at > now()`,
);
const KEEP = statement(
  'idempotency.keep',
  `INSERT INTO idempotency_keys (id, caller, operation, key, input_hash, answer, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, now() + interval '24 hours')
   ON CONFLICT (caller, operation, key) DO UPDATE
   SET input_hash = excluded.input_hash, answer = excluded.answer, expires_at = excluded.expires_at`,
);
const SWEEP = 'DELETE FROM idempotency_keys WHERE expires_at <= now()';
const SWEEP_MS = 600_000;
const STUCK = `SELECT 'idempotency_key:' || id AS subject, format('%s was to go at %s.', operation, expires_at) AS detail
  FROM idempotency_keys WHERE expires_at < now() - interval '1 hour'`;

/** Same key, caller and input: the first answer again, and the effect once. The answer is kept in the effect's transaction. */
@Injectable()
export class Idempotency implements OnModuleInit, OnApplicationShutdown {
  private readonly sealKey: Buffer;
  private readonly hashKey: Buffer;
  private sweeper: NodeJS.Timeout;

  constructor(
    private readonly db: Database,
    private readonly invariants: Invariants,
    keys: Keys,
  ) {
    this.sealKey = keys.derive('idempotency answer');
    this.hashKey = keys.derive('idempotency input');
  }

  onModuleInit(): void {
    this.invariants.register('idempotency.swept', { table: 'idempotency_keys', violations: STUCK });
    this.sweeper = setInterval(() => void this.db.execute(SWEEP).catch(() => undefined), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
  }

  /**
   * Runs the work, or answers as the first time and says so in `Idempotency-Replayed`; an error of ours is an answer
   * too, unless it may pass (5xx, 429).
   * @throws InProgress while the first still runs, IdempotencyKeyReused for another input
   */
  async once(call: KeyedCall, work: () => Promise<unknown>): Promise<unknown> {
    const inputHash = fingerprint(this.hashKey, call.input);
    const outcome = await this.db.transaction(async () => {
      const [{ free }] = await this.db.query<{ free: boolean }>(LOCK, [`${call.caller} ${call.operation} ${call.key}`]);
      if (!free) throw new InProgress();
      const stored = await this.find(call, inputHash);
      if (stored) return { stored, value: undefined, replayed: true };
      return { ...(await this.first(call, inputHash, work)), replayed: false };
    });
    if (outcome.replayed) setAnswerHeader('idempotency-replayed', 'true');
    if (outcome.stored.kind === 'error') throw new ReplayedError(outcome.stored);
    const { wire, cookies } = outcome.stored;
    if (!outcome.replayed) return outcome.value;
    if (cookies) setAnswerHeader('set-cookie', cookies);
    return call.type && wire !== null ? fromWire(call.type, wire) : wire;
  }

  /** Forgets a caller's answers: they may tell of the person. */
  async forget(caller: string): Promise<void> {
    await this.db.execute('DELETE FROM idempotency_keys WHERE caller = $1', [caller]);
  }

  private async find(call: KeyedCall, inputHash: Buffer): Promise<Stored | null> {
    const [row] = await this.db.query<{ inputHash: Buffer; answer: Buffer }>(FIND, [
      call.caller,
      call.operation,
      call.key,
    ]);
    if (!row) return null;
    if (!row.inputHash.equals(inputHash)) throw new IdempotencyKeyReused();
    return JSON.parse(unseal(this.sealKey, row.answer)) as Stored;
  }

  private async first(call: KeyedCall, inputHash: Buffer, work: () => Promise<unknown>) {
    let stored: Stored;
    let value: unknown;
    try {
      value = await this.db.savepoint(work);
      const wire = call.type && value ? toWire(call.type, value) : (value ?? null);
      stored = { kind: 'value', wire, cookies: cookiesOf() };
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500 || error.status === 429) throw error;
      stored = { kind: 'error', code: error.code, status: error.status, detail: error.message, facts: error.facts };
    }
    const answer = seal(this.sealKey, JSON.stringify(stored));
    await this.db.execute(KEEP, [newId(), call.caller, call.operation, call.key, inputHash, answer]);
    return { stored, value };
  }
}

function cookiesOf(): string[] | undefined {
  const cookies = findContext()?.answerHeaders?.['set-cookie'];
  return cookies === undefined ? undefined : [cookies].flat();
}

/** An error as it was answered the first time. */
class ReplayedError extends AppError {
  readonly code: string;
  readonly status: number;
  override readonly facts: Facts;

  constructor(stored: Extract<Stored, { kind: 'error' }>) {
    super(stored.detail);
    this.code = stored.code;
    this.status = stored.status;
    this.facts = stored.facts;
  }
}
