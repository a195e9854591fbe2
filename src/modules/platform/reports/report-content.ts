import type { Column, Document, Line } from '../../../core/tabular';
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

/** The same with charts and tables. */
export function documentOf({ title, period }: SummaryPlan, sections: readonly Section[], madeAt: Date): Document {
  return {
    title,
    brand: 'ATRIUM',
    subtitle: [periodText(period), `made at ${timeText(madeAt)} UTC`].filter(Boolean).join(', '),
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

const timeText = (time: Date): string => time.toISOString().slice(0, 16).replace('T', ' ');
