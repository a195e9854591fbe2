import type { LogQuery } from './dto/log-query.dto';
import { isSafe, Level, LEVELS, LogLine, toLogLine } from './log-line';
import { expressionSearch, literalSearch, Search } from './search';
import type { LogRef, SourceLine } from './sources/log-source';

interface FieldWanted {
  readonly path: readonly string[];
  readonly value: string;
}

/** What masking puts in the place of secrets: may be looked for although no line as it was written has it. */
const PUT_IN = ['[masked]', '[token]', '[number]'];

/**
 * Which lines are wanted. Everything is looked for in what may be shown, never in the line as it was written: else a search
 * would tell a secret, letter by letter.
 */
export class LineFilter {
  private readonly search: Search | null;
  /** Drops a line by its raw text, which is cheaper than masking it first; it may let too many pass. */
  private readonly early: Search | null;
  private readonly leastLevel: number;
  private readonly fields: readonly FieldWanted[];

  /** @throws Validation for an expression that is none */
  constructor({ q, regex, level, field }: Pick<LogQuery, 'q' | 'regex' | 'level' | 'field'>) {
    this.search = q === undefined ? null : regex ? expressionSearch(q) : literalSearch(q);
    this.early = q !== undefined && !regex && isPlain(q) ? this.search : null;
    this.leastLevel = level === undefined ? 0 : LEVELS.indexOf(level as Level);
    this.fields = (field ?? []).map(fieldWanted);
  }

  /** Whether every line is wanted. */
  get isOpen(): boolean {
    return this.search === null && this.leastLevel === 0 && this.fields.length === 0;
  }

  /** The line as it may be shown; null when it is not wanted. */
  apply(ref: LogRef, raw: SourceLine): LogLine | null {
    if (this.early && isSafe(raw.text) && !this.early(raw.text)) return null;
    const line = toLogLine(ref, raw);
    return this.wants(line) ? line : null;
  }

  private wants({ level, fields, text }: LogLine): boolean {
    // What does not say its level is as good as information.
    if (this.leastLevel > 0 && LEVELS.indexOf(level ?? 'info') < this.leastLevel) return false;
    if (!this.fields.every((one) => has(fields, one))) return false;
    return this.search === null || this.search(text);
  }
}

/** Whether masking and making visible cannot bring it forth where it was not. */
function isPlain(q: string): boolean {
  const words = q.toLowerCase();
  return !/[[\]"\\]/.test(words) && !PUT_IN.some((one) => one.includes(words));
}

function fieldWanted(text: string): FieldWanted {
  const at = text.indexOf('=');
  return { path: text.slice(0, at).split('.'), value: text.slice(at + 1) };
}

function has(fields: LogLine['fields'], { path, value }: FieldWanted): boolean {
  let found: unknown = fields;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return false;
    found = (found as Record<string, unknown>)[name];
  }
  return (typeof found === 'string' ? found : JSON.stringify(found)) === value;
}
