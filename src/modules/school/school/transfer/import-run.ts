import type { Type } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { ImportRefused } from '../school.errors';

/** One reason why a file was refused. */
export interface ImportIssue {
  /** From 1, where the row begins. */
  readonly line: number;
  /** As the header calls it; null for the whole row. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** A row and where it stands. */
export interface Placed<T> {
  readonly line: number;
  readonly value: T;
}

/** What can be imported: how a row looks, and how many of them are written at once. */
export interface Importer<Row extends object> {
  readonly row: Type<Row>;
  /**
   * Writes rows within the caller's transaction, which sees those before; what cannot be is an issue of the run, and nothing
   * of that row is written.
   */
  write(rows: readonly Placed<Row>[], run: ImportRun): Promise<void>;
  /** All there is, batch by batch, as it is imported again. */
  read(): AsyncGenerator<readonly Row[]>;
}

const MAX_ISSUES = 1000;

/** What is known of an import as it goes on. */
export class ImportRun {
  rows = 0;
  created = 0;
  updated = 0;
  private readonly issues: ImportIssue[] = [];
  private refused = 0;
  private readonly seen = new Map<string, number>();

  private readonly spoken = new Map<string, number>();

  constructor(readonly user: Principal) {}

  refuse(line: number, column: string | null, code: string, message: string): void {
    this.refused += 1;
    if (this.issues.length < MAX_ISSUES) this.issues.push({ line, column, code, message });
  }

  /** Whether nothing before had this key; else the row is refused. */
  isFirst(line: number, column: string | null, key: string): boolean {
    const before = this.seen.get(key);
    if (before === undefined) this.seen.set(key, line);
    else this.refuse(line, column, 'duplicate', `is in line ${before} already`);
    return before === undefined;
  }

  /** Of things that have one key, in their order, the one this row speaks of: its first row of the first, and so on. */
  nextOf<T>(key: string, things: readonly T[]): T | undefined {
    const index = this.spoken.get(key) ?? 0;
    this.spoken.set(key, index + 1);
    return things[index];
  }

  get isRefused(): boolean {
    return this.refused > 0;
  }

  /** @throws ImportRefused when anything was, the first line first */
  settle(): void {
    if (this.refused === 0) return;
    throw new ImportRefused({ total: this.refused, errors: this.issues.sort((a, b) => a.line - b.line) });
  }
}
