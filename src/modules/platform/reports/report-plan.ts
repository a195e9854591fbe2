import { parseInput } from '../../../core/web/dto';
import { FieldIssue, Validation } from '../../../core/kernel/errors';
import type { SheetFormat } from '../../../core/tabular';
import { CustomParameters, ReportType, SummaryParameters } from './dto/report.dto';
import { Dataset, DatasetColumn, Period, PeriodFilters, periodOf, SectionBuilder } from './dataset';
import type { ReportSources } from './report-sources';

/** What the task is given, as the client wrote it. */
export interface ReportInput {
  readonly report_type: ReportType;
  readonly parameters: object;
  readonly email: string | null;
}

/** A report of figures. */
export interface SummaryPlan {
  readonly type: 'simple' | 'complex';
  /** As its asker calls it; null for that of what it is made of. */
  readonly title: string | null;
  readonly period: Period;
  readonly sections: readonly SectionBuilder[];
}

/** A report of rows. */
export interface CustomPlan {
  readonly type: 'custom';
  /** As its asker calls it; null for the dataset's. */
  readonly title: string | null;
  readonly dataset: Dataset;
  readonly columns: readonly DatasetColumn[];
  readonly filters: PeriodFilters;
  readonly format: SheetFormat;
}

/** What is to be made of an input. @throws Validation naming what is wrong below `parameters` */
export function planOf(
  sources: ReportSources,
  { report_type: type, parameters }: ReportInput,
): SummaryPlan | CustomPlan {
  return below('parameters', () =>
    type === 'custom' ? customPlan(sources, parameters) : summaryPlan(sources, type, parameters),
  );
}

function summaryPlan(sources: ReportSources, type: 'simple' | 'complex', parameters: object): SummaryPlan {
  const { title = null, sections, ...days } = parseInput(SummaryParameters, parameters, 'wire');
  checkPeriod(days);
  const all = sources.sections();
  const chosen = (sections ?? all.map(({ name }) => name)).map((name, index) =>
    known(all, name, `sections.${index}`, 'sections'),
  );
  return { type, title, period: periodOf(days), sections: [...new Set(chosen)] };
}

function customPlan(sources: ReportSources, parameters: object): CustomPlan {
  const {
    title = null,
    dataset: name,
    columns,
    filters = {},
    format,
  } = parseInput(CustomParameters, parameters, 'wire');
  const dataset = known(sources.datasets(), name, 'dataset', 'datasets');
  const chosen = (columns ?? dataset.columns.map((column) => column.name)).map((column, index) => {
    return known(dataset.columns, column, `columns.${index}`, 'columns');
  });
  const twice = chosen.findIndex((column, index) => chosen.indexOf(column) < index);
  if (twice >= 0) throw refused(`columns.${twice}`, 'twice', 'is there already');
  const parsed = below('filters', () => {
    const read = parseInput(dataset.filters, filters, 'wire');
    checkPeriod(read);
    return read;
  });
  return { type: 'custom', title, dataset, columns: chosen, filters: parsed, format };
}

/** @throws Validation naming those there are */
function known<T extends { readonly name: string }>(all: readonly T[], name: string, field: string, what: string): T {
  const found = all.find((one) => one.name === name);
  if (!found) throw refused(field, 'enum', `the ${what} are ${all.map((one) => one.name).join(', ')}`);
  return found;
}

function checkPeriod({ from, to }: PeriodFilters): void {
  if (from !== undefined && to !== undefined && from > to) throw refused('to', 'period', 'is before `from`');
}

const refused = (field: string, code: string, message: string): Error =>
  new Validation({ errors: [{ field, code, message }] });

/** Names what is refused by where it stands in the whole input. */
function below<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Validation)) throw error;
    const { errors } = error.facts as { errors: FieldIssue[] };
    throw new Validation({
      errors: errors.map((issue) => ({ ...issue, field: issue.field ? `${path}.${issue.field}` : path })),
    });
  }
}
