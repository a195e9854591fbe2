import type { Type } from '@nestjs/common';
import type { Config } from '../../kernel/config';

/** What one portion of a rule has done. */
export interface Portion {
  /** Rows or files that it removed. */
  readonly removed: number;
  /** Whether there may be more to do now. */
  readonly more: boolean;
}

interface Named {
  /** Unique and stable, the module first: `auth.ws-tickets`. Label of the metrics. */
  readonly name: string;
  /** Time between two runs, ms. */
  readonly everyMs: number;
  /** How long rows stay, for `docs/operations.md`: `a day after it has ended`. */
  readonly kept: string;
}

/** Tables of which housekeeping removes nothing, with the reason. */
export interface KeptTables {
  readonly tables: readonly string[];
  /** How long rows stay, and what removes them: `as long as the account`. */
  readonly kept: string;
}

/** Rows that a condition names are deleted, in batches. */
export interface SqlRule extends Named {
  readonly table: string;
  /** Condition of the rows, in SQL, that an index answers. */
  readonly where: string;
  /** The values of `$1`, `$2` … in the condition. */
  readonly values?: (config: Config) => readonly unknown[];
  /** What is emptied in place of the row: `successor = NULL`. */
  readonly set?: string;
}

/** Work of more than one statement, or beside the database. */
export interface WorkRule extends Named {
  /** Tables that it keeps short; none for files. */
  readonly tables: readonly string[];
  /** What is removed, where that is no table. */
  readonly what?: string;
  /** Does one bounded portion, within seconds. */
  readonly portion: () => Promise<Portion>;
  /** Every instance does it for itself: files on its own disk. */
  readonly onEachInstance?: true;
}

/** A `WorkRule` of a manifest, whose provider is not made yet. */
export interface ProviderRule extends Omit<WorkRule, 'portion'> {
  readonly provider: Type;
  readonly portion: (provider: never) => Promise<Portion>;
}

/** How long a table is kept, as a manifest says it. */
export type HousekeepingRule = KeptTables | SqlRule | ProviderRule;

/** Tables of which housekeeping removes nothing. @param kept the reason */
export function keep(tables: readonly string[], kept: string): KeptTables {
  return { tables, kept };
}

/** A rule whose work is a method of a provider. @param portion does one bounded portion */
export function sweepBy<P>(
  provider: Type<P>,
  portion: (provider: P) => Promise<Portion>,
  rule: Omit<WorkRule, 'portion'>,
): ProviderRule {
  return { ...rule, provider, portion };
}

/** The tables that a rule speaks of. */
export function tablesOf(rule: KeptTables | SqlRule | WorkRule): readonly string[] {
  return 'table' in rule ? [rule.table] : rule.tables;
}
