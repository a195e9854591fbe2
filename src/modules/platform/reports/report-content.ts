import type { Column, Document, Line } from '../../../core/tabular';
import { instantFigures } from '../../../core/kernel/text';
import type { Actor, DatasetRow, Section } from './dataset';
import type { CustomPlan, SummaryPlan } from './report-plan';

/** The columns of a simple report. */
export const FIGURE_COLUMNS: readonly Column[] = [
  { name: 'section', title: 'Section', kind: 'word' },
  { name: 'group', title: 'Group', kind: 'text' },
  { name: 'name', title: 'Name', kind: 'text' },
  { name: 'value', title: 'Value', kind: 'text' },
];

/** The sections this asker gets, one after another. */
export async function sectionsOf({ sections, period }: SummaryPlan, asker: Actor): Promise<Section[]> {
  const built: Section[] = [];
  for (const section of sections) built.push(await section.build(asker, period));
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

/** When a report was made, and by whose clock that is told. */
export interface Made {
  readonly at: Date;
  readonly timeZone: string;
}

/** The same with charts and tables. */
export function documentOf({ title, period }: SummaryPlan, sections: readonly Section[], made: Made): Document {
  return {
    title,
    brand: 'ATRIUM',
    subtitle: [periodText(period), `made at ${instantFigures(made.at, made.timeZone)} ${made.timeZone}`]
      .filter(Boolean)
      .join(', '),
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

/** The columns with the zone of their times; without it where that is UTC. */
export function inZone(columns: readonly Column[], timeZone: string): readonly Column[] {
  return columns.map((one) =>
    one.kind === 'time' && timeZone !== 'UTC' ? { ...one, title: `${one.title} (${timeZone})` } : one,
  );
}

/** Lines for paper: times in figures, by the clock of who reads them. */
export async function* printed(lines: AsyncIterable<readonly Line[]>, timeZone: string): AsyncGenerator<Line[]> {
  for await (const batch of lines) {
    yield batch.map((line) => line.map((cell) => (cell instanceof Date ? instantFigures(cell, timeZone) : cell)));
  }
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

function periodText({ since, before }: SummaryPlan['period']): string {
  const from = since ? `from ${since.toISOString().slice(0, 10)}` : '';
  const to = before ? `to ${new Date(before.getTime() - 1).toISOString().slice(0, 10)}` : '';
  return [from, to].filter(Boolean).join(' ');
}
