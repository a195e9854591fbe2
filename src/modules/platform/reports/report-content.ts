import type { Cell, Column, Document, Line } from '../../../core/tabular';
import { instantFigures, Locale, Reader } from '../../../core/kernel/text';
import type { Actor, DatasetColumn, DatasetRow, Section } from './dataset';
import type { CustomPlan, SummaryPlan } from './report-plan';
import { REPORT_WORDS } from './report-words';

/** The columns of a simple report. */
export const FIGURE_COLUMNS: readonly Column[] = [
  { name: 'section', title: 'Section', kind: 'word' },
  { name: 'group', title: 'Group', kind: 'text' },
  { name: 'name', title: 'Name', kind: 'text' },
  { name: 'value', title: 'Value', kind: 'text' },
];

/** What a report is called: as its asker says, else by what it is made of. */
export function titleOf(plan: SummaryPlan | CustomPlan, locale: Locale): string {
  return plan.title ?? (plan.type === 'custom' ? plan.dataset.title[locale] : REPORT_WORDS[locale].figures);
}

/** The sections this asker gets, one after another. */
export async function sectionsOf({ sections, period }: SummaryPlan, asker: Actor, locale: Locale): Promise<Section[]> {
  const built: Section[] = [];
  for (const section of sections) built.push(await section.build(asker, period, locale));
  return built;
}

/** Every figure of the sections, a line each. */
export function figures(sections: readonly Section[]): Line[] {
  return sections.flatMap(({ title, facts, charts }) => [
    ...facts.map(([name, value]) => [title, '', name, value]),
    ...charts.flatMap((chart) =>
      chart.bars.map(({ label, value, shown }) => [title, chart.title, label, shown ?? value]),
    ),
  ]);
}

/** When a report was made, and for whom. */
export interface Made {
  readonly at: Date;
  readonly reader: Reader;
}

/** The same with charts and tables. @param sections in the reader's language */
export function documentOf(plan: SummaryPlan, sections: readonly Section[], { at, reader }: Made): Document {
  const { locale, timeZone } = reader;
  const made = REPORT_WORDS[locale].made(`${instantFigures(at, timeZone)} ${timeZone}`);
  return {
    title: titleOf(plan, locale),
    brand: 'ATRIUM',
    subtitle: [periodText(plan.period, locale), made].filter(Boolean).join(', '),
    parts: sections.map(({ title: heading, facts, charts, tables }) => ({
      title: heading,
      facts,
      charts: charts.map(({ title: name, bars }) => ({ title: name, bars })),
      tables: tables.map(({ title: name, head, lines, numbers }) => ({
        title: name,
        columns: head.map((one, index) => ({ title: one, kind: index < head.length - numbers ? 'text' : 'amount' })),
        lines,
      })),
    })),
  };
}

/** The columns as this reader has them, with the zone of their times; without it where that is UTC. */
export function headed(columns: readonly DatasetColumn[], { locale, timeZone }: Reader): readonly Column[] {
  return columns.map(({ name, title, kind }) => {
    const zone = kind === 'time' && timeZone !== 'UTC' ? ` (${timeZone})` : '';
    return { name, title: `${title[locale]}${zone}`, kind };
  });
}

/** Lines for paper: words of the API in the language of who reads them, times in figures, by their clock. */
export async function* printed(
  lines: AsyncIterable<readonly Line[]>,
  columns: readonly DatasetColumn[],
  { locale, timeZone }: Reader,
): AsyncGenerator<Line[]> {
  const { yes, no } = REPORT_WORDS[locale];
  const words = columns.map((column) => column.words?.[locale]);
  const shown = (cell: Cell, index: number): Cell => {
    if (cell instanceof Date) return instantFigures(cell, timeZone);
    if (typeof cell === 'boolean') return cell ? yes : no;
    return typeof cell === 'string' ? (words[index]?.[cell] ?? cell) : cell;
  };
  for await (const batch of lines) yield batch.map((line) => line.map(shown));
}

/** A custom report's rows as lines of the columns chosen. @param tell is told how many rows there have been */
export async function* linesOf(
  rows: AsyncIterable<readonly DatasetRow[]>,
  { columns }: CustomPlan,
  tell: (done: number) => void,
): AsyncGenerator<Line[]> {
  const names = columns.map(({ name }) => name);
  let done = 0;
  for await (const batch of rows) {
    yield batch.map((row) => names.map((name) => row[name] ?? null));
    done += batch.length;
    tell(done);
  }
}

function periodText({ since, before }: SummaryPlan['period'], locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const from = since ? words.from(since.toISOString().slice(0, 10)) : '';
  const to = before ? words.to(new Date(before.getTime() - 1).toISOString().slice(0, 10)) : '';
  return [from, to].filter(Boolean).join(' ');
}
