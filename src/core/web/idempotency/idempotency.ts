import { Injectable, OnModuleInit, Type } from '@nestjs/common';
import { findContext, setAnswerHeader } from '../../kernel/context/context';
import { Database, defineLock, ScopeTransaction, statement } from '../../data/database';
import { fromWire, toWire } from '../dto/serialise';
import { AppError, Facts } from '../../kernel/errors';
import { Housekeeping } from '../../data/housekeeping';
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

const LOCK = defineLock('idempotency');

interface StoredRow {
  readonly inputHash: Buffer;
  readonly answer: Buffer;
}

/** What a call has come to. */
interface Outcome {
  readonly stored: Stored;
  readonly value: unknown;
  readonly replayed: boolean;
}

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
const STUCK = `SELECT 'idempotency_key:' || id AS subject, format('%s was to go at %s.', operation, expires_at) AS detail
  FROM idempotency_keys WHERE expires_at < now() - interval '1 hour'`;

/**
 * Same key, caller and input: the first answer again, and the effect once. The answer is kept in the effect's transaction,
 * which holds no connection before the work first writes (ADR 36).
 */
@Injectable()
export class Idempotency implements OnModuleInit {
  private readonly sealKey: Buffer;
  private readonly hashKey: Buffer;
  /** Calls under way in this process. */
  private readonly running = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly housekeeping: Housekeeping,
    private readonly invariants: Invariants,
    keys: Keys,
  ) {
    this.sealKey = keys.derive('idempotency answer');
    this.hashKey = keys.derive('idempotency input');
  }

  onModuleInit(): void {
    this.invariants.register('idempotency.swept', { table: 'idempotency_keys', violations: STUCK });
    this.housekeeping.register({
      name: 'idempotency.keys',
      table: 'idempotency_keys',
      where: 'expires_at <= now()',
      everyMs: 600_000,
      kept: '24 hours after the answer',
    });
  }

  /**
   * Runs the work, or answers as the first time and says so in `Idempotency-Replayed`; an error of ours is an answer
   * too, unless it may pass (5xx, 429).
   * @throws InProgress while the first still runs, IdempotencyKeyReused for another input
   */
  async once(call: KeyedCall, work: () => Promise<unknown>): Promise<unknown> {
    const name = `${call.caller} ${call.operation} ${call.key}`;
    if (this.running.has(name)) throw new InProgress();
    this.running.add(name);
    const outcome = await this.outcomeOf(call, name, work).finally(() => this.running.delete(name));
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

  /** Another instance may run the same call: whoever writes first holds the lock, and the other is refused then. */
  private async outcomeOf(call: KeyedCall, name: string, work: () => Promise<unknown>): Promise<Outcome> {
    const inputHash = fingerprint(this.hashKey, call.input);
    const values = [call.caller, call.operation, call.key];
    const known = this.read(await this.db.query<StoredRow>(FIND, values), inputHash);
    if (known) return replay(known);
    let refusal: Error | undefined;
    const onOpen = async (transaction: ScopeTransaction): Promise<void> => {
      const [isFree, found] = await Promise.all([
        LOCK.tryAcquireIn(transaction, name),
        transaction.query<StoredRow>({ ...FIND, values }),
      ]);
      if (!isFree) throw (refusal = new InProgress());
      const stored = this.read(found.rows, inputHash);
      if (stored) throw (refusal = new AlreadyAnswered(stored));
    };
    try {
      const first = await this.db.deferredTransaction(onOpen, () => this.first(call, inputHash, work));
      return { ...first, replayed: false };
    } catch (error) {
      // The work may have made an error of its own of the refusal, whose statement it was.
      if (refusal instanceof AlreadyAnswered) return replay(refusal.stored);
      throw refusal ?? error;
    }
  }

  private read([row]: readonly StoredRow[], inputHash: Buffer): Stored | null {
    if (!row) return null;
    if (!row.inputHash.equals(inputHash)) throw new IdempotencyKeyReused();
    return JSON.parse(unseal(this.sealKey, row.answer)) as Stored;
  }

  private async first(
    call: KeyedCall,
    inputHash: Buffer,
    work: () => Promise<unknown>,
  ): Promise<Pick<Outcome, 'stored' | 'value'>> {
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

const replay = (stored: Stored): Outcome => ({ stored, value: undefined, replayed: true });

/** Ends the work of who came second: another instance has answered meanwhile. */
class AlreadyAnswered extends Error {
  constructor(readonly stored: Stored) {
    super('Answered already');
  }
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
