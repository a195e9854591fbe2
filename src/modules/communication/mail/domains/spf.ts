/** Look-ups that a policy may cost (RFC 7208 section 4.6.4). */
export const MAX_LOOKUPS = 10;

export interface SpfFinding {
  readonly record: string | null;
  /** More than one: none counts. */
  readonly count: number;
  /** Of it and of all that it includes; one more than the most where it is stopped there. */
  readonly lookups: number;
  /** How it ends: `-`, `~`, `?`, `+`; null where it does not say. */
  readonly all: string | null;
}

/** Reads the policy of a domain and counts what it costs. @param txt the texts of a name */
export async function readSpf(domain: string, txt: (name: string) => Promise<string[]>): Promise<SpfFinding> {
  const records = await policiesOf(domain, txt);
  const [record = null] = records;
  const budget = { left: MAX_LOOKUPS + 1 };
  if (record !== null) await spend(record, txt, budget, new Set([domain]));
  const all = record === null ? null : (/(?:^|\s)([-~?+]?)all(?=\s|$)/i.exec(record)?.[1] ?? null);
  return { record, count: records.length, lookups: MAX_LOOKUPS + 1 - budget.left, all: all === '' ? '+' : all };
}

async function spend(
  record: string,
  txt: (name: string) => Promise<string[]>,
  budget: { left: number },
  seen: Set<string>,
): Promise<void> {
  for (const term of record.split(/\s+/).slice(1)) {
    if (budget.left <= 0) return;
    const [, mechanism, value = ''] = /^[-~?+]?([a-z]+)[:=]?(\S*)$/i.exec(term.split('/')[0]) ?? [];
    const name = mechanism?.toLowerCase() ?? '';
    if (!['include', 'redirect', 'a', 'mx', 'ptr', 'exists'].includes(name)) continue;
    budget.left -= 1;
    const isInner = (name === 'include' || name === 'redirect') && !value.includes('%') && !seen.has(value);
    if (!isInner || budget.left <= 0) continue;
    seen.add(value);
    const [inner] = await policiesOf(value, txt);
    if (inner !== undefined) await spend(inner, txt, budget, seen);
  }
}

async function policiesOf(domain: string, txt: (name: string) => Promise<string[]>): Promise<string[]> {
  return (await txt(domain)).filter((one) => /^v=spf1(?=\s|$)/i.test(one));
}
