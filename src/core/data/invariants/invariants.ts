import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { Clock } from '../../kernel/runtime';

/** What must hold of every row of a table, in SQL. */
export interface Invariant {
  /** The table, or what else stands in a FROM, whose rows are looked at. */
  readonly table: string;
  /** A SELECT of what is off: `subject` as `product:0192…`, `detail` as one sentence. */
  readonly violations: string;
}

/** One thing that is off. */
export interface Violation {
  /** As `product:0192…`. */
  readonly subject: string;
  readonly detail: string;
}

/** What was found of one invariant: how many rows were looked at, and the first hundred that are off. */
export interface InvariantCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly checked: number;
  readonly violations: Violation[];
}

/** What was found of all of them. */
export interface Verification {
  readonly ok: boolean;
  readonly checkedAt: Date;
  readonly checks: InvariantCheck[];
}

/** No row was kept that is the same to a person as an older one (see `text_key`). @param kind what the subject begins with */
export function noDuplicates(kind: string, table: string, column: string): Invariant {
  const detail = `${table}.${column} is the same as that of an older row: give one of them another`;
  return {
    table: table,
    violations: `SELECT '${kind}:' || id AS subject, '${detail}' AS detail FROM ${table} WHERE duplicate_no > 0`,
  };
}

const SHOWN = 100;

/** What must hold at any time, whatever was killed or lost. Modules add their own. */
@Injectable()
export class Invariants {
  private readonly known = new Map<string, Invariant>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param name the module first, as `catalog.stock` @throws Error when another has the name */
  register(name: string, invariant: Invariant): void {
    if (this.known.has(name)) throw new Error(`Two invariants named ${name}`);
    this.known.set(name, invariant);
  }

  /** Checks all in the order of their names; each in one statement, so that it sees one moment while work goes on. */
  async verify(): Promise<Verification> {
    const checkedAt = this.clock.now();
    const checks: InvariantCheck[] = [];
    for (const [name, invariant] of [...this.known].sort(([a], [b]) => a.localeCompare(b))) {
      checks.push(await this.check(name, invariant));
    }
    return { ok: checks.every(({ ok }) => ok), checkedAt, checks };
  }

  private async check(name: string, { table, violations }: Invariant): Promise<InvariantCheck> {
    const [row] = await this.db.query<{ checked: string; violations: Violation[] }>(
      `SELECT (SELECT count(*) FROM ${table}) AS checked,
         (SELECT coalesce(json_agg(shown), '[]') FROM (
           SELECT subject, detail FROM (${violations}) AS off ORDER BY subject LIMIT ${SHOWN}
         ) AS shown) AS violations`,
    );
    return { name, ok: row.violations.length === 0, checked: Number(row.checked), violations: row.violations };
  }
}
