import type { Type } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import type { ByLocale, Locale } from '../../../core/kernel/text';
import { DayField } from '../../../core/web/dto';
import type { Bar, Cell, Column } from '../../../core/tabular';

/** Who asked for a report, with the rights they have when it is made: it shows what they may see then. */
export type Actor = Pick<Principal, 'userId' | 'roles' | 'permissions' | 'reader'>;

/** From when to when; days by UTC, both within it. */
export class PeriodFilters {
  @DayField({ optional: true, description: 'First day, by UTC.' })
  from?: string;

  @DayField({ optional: true, description: 'Last day, by UTC.' })
  to?: string;
}

/** A row by the names of its dataset's columns. */
export type DatasetRow = Readonly<Record<string, Cell>>;

/** A column that may be chosen. */
export interface DatasetColumn extends Omit<Column, 'title'> {
  /** For people; the API and workbooks have the English one. */
  readonly title: ByLocale<string>;
  /** How paper has the cells of a column whose words are those of the API: `pending`. */
  readonly words?: ByLocale<Readonly<Record<string, string>>>;
}

/** Rows that somebody may have as a table, with the columns and filters they choose. */
export interface Dataset<Filters extends PeriodFilters = PeriodFilters> {
  /** As the API has it: `orders`. */
  readonly name: string;
  readonly title: ByLocale<string>;
  readonly columns: readonly DatasetColumn[];
  /** A DTO: what is not in it is refused. */
  readonly filters: Type<Filters>;
  /** How many rows this asker sees; to tell the progress by. */
  count(asker: Actor, filters: Filters): Promise<number>;
  /** Those rows, batch by batch, in an order that stays. */
  rows(asker: Actor, filters: Filters): AsyncIterable<readonly DatasetRow[]>;
}

/** A dataset with filters of its own among those that have others: its filters are parsed by its own class. */
export function dataset<Filters extends PeriodFilters>(one: Dataset<Filters>): Dataset {
  return one;
}

/** What one module has to say in the reports of all, in one language. */
export interface Section {
  readonly title: string;
  /** A name and what there is of it; amounts as `1200.00 USD`. */
  readonly facts: readonly (readonly [string, string | number | null])[];
  readonly charts: readonly { readonly title: string; readonly bars: readonly Bar[] }[];
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly lines: readonly (readonly (string | number | null)[])[];
    /** So many of the last columns are numbers. */
    readonly numbers: number;
  }[];
}

/** Makes a section of what this asker may see. A paper is in the asker's language, CSV in English: `locale` says it. */
export interface SectionBuilder {
  readonly name: string;
  build(asker: Actor, period: Period, locale: Locale): Promise<Section>;
}

/** What one module gives to reports. */
export interface ReportSource {
  readonly datasets: readonly Dataset[];
  /** Parts of the simple and the complex report. */
  readonly sections: readonly SectionBuilder[];
}

/** Instants; null where it has no end. */
export interface Period {
  readonly since: Date | null;
  readonly before: Date | null;
}

const DAY_MS = 86_400_000;

export function periodOf({ from, to }: PeriodFilters): Period {
  return {
    since: from === undefined ? null : new Date(`${from}T00:00:00Z`),
    before: to === undefined ? null : new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS),
  };
}
