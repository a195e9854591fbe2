import { Validation } from '../../../core/kernel/errors';

const MAX_BYTES = 4096;

/** As `jsonb` takes it. @throws Validation for more than 4 kB, and for text that PostgreSQL cannot hold */
export function anchorJson(anchor: Record<string, unknown> | null | undefined): string | null {
  if (anchor === null || anchor === undefined) return null;
  const json = JSON.stringify(anchor);
  if (Buffer.byteLength(json) > MAX_BYTES) throw invalid('max', `at most ${MAX_BYTES} bytes as JSON`);
  if (!isStorable(anchor)) throw invalid('text', 'must be well-formed text without NUL');
  return json;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, one]) => isStorable(name) && isStorable(one));
}

const invalid = (code: string, message: string): Error =>
  new Validation({ errors: [{ field: 'anchor', code, message }] });
