/** What differs from run to run, and what stands for it. */
const MASKS: readonly (readonly [pattern: RegExp, stands: string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>'],
  [/(?:W\/)?"[\w+/=-]{20,}"(?=\s*$)/gm, '<etag>'],
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const masked = (text: string): string => MASKS.reduce((left, [pattern, stands]) => left.replace(pattern, stands), text);

/**
 * Whether an answer is as shown: `…` stands for any text, a new line for any space or none; ids, times, tokens and ETags are
 * any of their kind.
 */
export function isAsShown(answer: string, shown: string): boolean {
  const pattern = masked(shown.trim())
    .split('…')
    .map((part) =>
      part
        .split(/\s*\n\s*/)
        .map(escape)
        .join('\\s*'),
    )
    .join('[^]*');
  return new RegExp(`^\\s*${pattern}\\s*$`).test(masked(answer));
}

/** Codes of refusals in an answer that the guide does not show. */
export function surprises(answer: string, shown: string | null): string[] {
  const codes = [...answer.matchAll(/"type":"\/problems\/(\w+)"|"extensions":\{[^}]*"code":"(\w+)"/g)];
  return codes.map(([, rest, graphql]) => rest ?? graphql).filter((code) => !shown?.includes(code));
}
