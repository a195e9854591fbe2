import { KeptTables, SqlRule, tablesOf, WorkRule } from '../data/housekeeping';

type Rule = KeptTables | SqlRule | WorkRule;

const HEAD = ['what', 'kept', 'looked at'];

/** A Markdown table of what is kept how long, by the names of the tables. */
export function housekeepingTable(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => [whatOf(rule), rule.kept, 'name' in rule ? `every ${spanOf(rule.everyMs)}` : '']);
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |\n`;
  return [HEAD, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}

function whatOf(rule: Rule): string {
  const tables = tablesOf(rule).map((table) => `\`${table}\``);
  return tables.join(', ') || ('what' in rule && rule.what) || '';
}

function spanOf(ms: number): string {
  const [size, unit] = ms >= 3_600_000 ? [3_600_000, 'h'] : ms >= 60_000 ? [60_000, 'min'] : [1000, 's'];
  return `${ms / size} ${unit}`;
}
