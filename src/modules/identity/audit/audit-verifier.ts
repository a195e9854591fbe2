import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { CANONICAL, CHECKPOINT_EVERY, GENESIS, LATEST, linkHash } from './chain';
import { Checkpoints } from './checkpoints';

const BATCH = 1000;

/** What a walk over the whole trail has found. */
export interface AuditVerdict {
  /** The first thing that is wrong, naming the row; null when all is well. */
  readonly fault: string | null;
  readonly entries: number;
  readonly checkpoints: number;
  /** Entries too young to have a link. */
  readonly waiting: number;
  /** `<number>:<hash>` of the last link. */
  readonly head: string;
}

interface Link {
  readonly seq: number;
  readonly hash: Buffer;
  readonly entryId: string;
  /** Canonical text of the entry; null when it is gone. */
  readonly text: string | null;
}

interface Checkpoint {
  readonly seq: number;
  readonly hash: Buffer;
  readonly at: Date;
  readonly signature: Buffer;
}

const LINKS = `SELECT c.seq::float8 AS seq, c.hash, c.entry_id AS "entryId",
    CASE WHEN e.id IS NOT NULL THEN ${CANONICAL} END AS text
  FROM audit_chain c LEFT JOIN audit_entries e ON e.id = c.entry_id WHERE c.seq > $1 ORDER BY c.seq LIMIT ${BATCH}`;
const CHECKPOINTS = `SELECT seq::float8 AS seq, hash, at, signature FROM audit_checkpoints WHERE seq > $1
  ORDER BY seq LIMIT ${BATCH}`;
/** By the same rule as the chainer's: what it would link is waiting, what it never will was put there by somebody. */
const UNLINKED = `SELECT e.id, e.at < head.at - interval '${LATEST}' AS "isOld"
  FROM audit_entries e
  LEFT JOIN (SELECT h.at FROM audit_chain c JOIN audit_entries h ON h.id = c.entry_id ORDER BY c.seq DESC LIMIT 1) head
    ON true
  WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.entry_id = e.id) ORDER BY e.at, e.id`;

/** Walks the whole audit trail and names the first row that is not as it was written. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly db: Database,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** @param witness `<number>:<hash>` that the chain must have, as the log told it */
  verify(witness?: string): Promise<AuditVerdict> {
    return this.db.transaction(async () => {
      await this.db.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await this.db.query('SET LOCAL statement_timeout = 0');
      return new Walk(this.db, this.checkpoints, witness).run();
    });
  }
}

/** One walk, chain and checkpoints side by side. */
class Walk {
  private seq = 0;
  private hash: Buffer = GENESIS;
  private passed = 0;
  private askedAfter = 0;
  private pending: Checkpoint[] = [];
  private readonly witness: { seq: number; hash: string } | null;

  constructor(
    private readonly db: Database,
    private readonly signer: Checkpoints,
    witness: string | undefined,
  ) {
    const [seq, hash] = witness?.split(':') ?? [];
    this.witness = witness ? { seq: Number(seq), hash } : null;
  }

  async run(): Promise<AuditVerdict> {
    const unlinked = await this.db.query<{ id: string; isOld: boolean | null }>(UNLINKED);
    const fault = (await this.chainFault()) ?? strangerFault(unlinked);
    const head = `${this.seq}:${this.hash.toString('hex')}`;
    return { fault, entries: this.seq, checkpoints: this.passed, waiting: unlinked.length, head };
  }

  private async chainFault(): Promise<string | null> {
    for (;;) {
      const links = await this.db.query<Link & Record<string, unknown>>(LINKS, [this.seq]);
      for (const link of links) {
        const fault = this.linkFault(link) ?? (await this.checkpointFault());
        if (fault) return fault;
      }
      if (links.length < BATCH) return this.endFault();
    }
  }

  private linkFault({ seq, hash, entryId, text }: Link): string | null {
    if (seq !== this.seq + 1) return `link ${this.seq + 1} is missing`;
    if (text === null) return `entry ${entryId} (link ${seq}) is missing`;
    const expected = linkHash(this.hash, text);
    if (!expected.equals(hash)) return `entry ${entryId} (link ${seq}) is not as it was written`;
    this.seq = seq;
    this.hash = expected;
    if (this.witness?.seq === seq && this.witness.hash !== hash.toString('hex')) {
      return `the chain up to link ${seq} is not the one the witness saw`;
    }
    return null;
  }

  private async checkpointFault(): Promise<string | null> {
    const checkpoint = await this.nextCheckpoint();
    if (checkpoint?.seq !== this.seq) {
      return this.seq % CHECKPOINT_EVERY === 0 ? `checkpoint ${this.seq} is missing` : null;
    }
    if (!this.signer.isOurs(checkpoint, checkpoint.signature)) return `checkpoint ${this.seq} is not signed by us`;
    if (!checkpoint.hash.equals(this.hash)) {
      return `the chain up to link ${this.seq} is not the one its checkpoint was signed for`;
    }
    this.pending.shift();
    this.passed += 1;
    return null;
  }

  /** The first checkpoint not passed yet. */
  private async nextCheckpoint(): Promise<Checkpoint | undefined> {
    if (this.pending.length === 0 && this.seq > this.askedAfter) {
      this.askedAfter = this.seq;
      this.pending = await this.db.query<Checkpoint & Record<string, unknown>>(CHECKPOINTS, [this.seq - 1]);
    }
    return this.pending[0];
  }

  private async endFault(): Promise<string | null> {
    const [beyond] = await this.db.query<Checkpoint & Record<string, unknown>>(CHECKPOINTS, [this.seq]);
    const end = Math.max(beyond?.seq ?? 0, this.witness?.seq ?? 0);
    return end > this.seq ? `link ${this.seq + 1} is missing: the chain was cut, it went to ${end} at least` : null;
  }
}

function strangerFault(unlinked: readonly { id: string; isOld: boolean | null }[]): string | null {
  const stranger = unlinked.find(({ isOld }) => isOld);
  return stranger ? `entry ${stranger.id} was put among the past: it has no link` : null;
}
