import {
  EmailField,
  EnumField,
  Input,
  JsonField,
  ObjectListField,
  Output,
  StringField,
  StringListField,
} from '../../../../core/web/dto';
import { SHEET_FORMATS, SheetFormat } from '../../../../core/tabular';
import { PeriodFilters } from '../dataset';

const MAX_NAME = 50;
const MAX_TITLE = 100;
const MAX_COLUMNS = 50;

export const REPORT_TYPES = ['simple', 'complex', 'custom'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

const TitleField = (): PropertyDecorator =>
  StringField({
    optional: true,
    max: MAX_TITLE,
    pattern: /^[^\p{Cc}\u2028\u2029]*[^\p{Cc}\p{Z}][^\p{Cc}\u2028\u2029]*$/u,
    shape: 'must be one line of text',
    description: 'What it is called.',
  });

@Input('ReportTaskInput')
export class ReportTaskInput {
  @EnumField(REPORT_TYPES, {
    example: 'custom',
    description: 'simple: the figures, CSV. complex: figures, charts and tables, PDF. custom: a table of your choice.',
  })
  reportType: ReportType;

  @JsonField({
    optional: true,
    description:
      'simple and complex: `title`, `from`, `to` (days), `sections`. custom: `dataset`, `columns`, `filters`, `format` ' +
      '(csv, xlsx or pdf), `title`; `GET /tasks/report/sources` tells what there is.',
    example: {
      dataset: 'orders',
      columns: ['number', 'status', 'total'],
      filters: { status: 'pending' },
      format: 'csv',
    },
  })
  parameters?: object;

  @EmailField({ optional: true, description: 'Who gets a link to it by mail.', example: 'ada@example.com' })
  email?: string;
}

/** Parameters of the simple and the complex report. */
export class SummaryParameters extends PeriodFilters {
  @TitleField()
  title?: string;

  @StringListField({ optional: true, max: MAX_NAME, minItems: 1, maxItems: 20 })
  sections?: string[];
}

/** Parameters of a custom report. */
export class CustomParameters {
  @TitleField()
  title?: string;

  @StringField({ max: MAX_NAME })
  dataset: string;

  @StringListField({ optional: true, max: MAX_NAME, minItems: 1, maxItems: MAX_COLUMNS })
  columns?: string[];

  /** As the dataset reads them. */
  @JsonField({ optional: true })
  filters?: object;

  @EnumField(SHEET_FORMATS, { optional: true, default: 'csv' })
  format: SheetFormat = 'csv';
}

@Output('ReportColumn')
export class ReportColumnDto {
  @StringField({ max: MAX_NAME, example: 'shipping_address' })
  name: string;

  @StringField({ max: MAX_TITLE, example: 'Shipping address' })
  title: string;
}

@Output('ReportDataset', 'Rows that a custom report may be made of: those its asker may see.')
export class ReportDatasetDto {
  @StringField({ max: MAX_NAME, example: 'orders' })
  name: string;

  @StringField({ max: MAX_TITLE, example: 'Orders' })
  title: string;

  @ObjectListField(() => ReportColumnDto)
  columns: ReportColumnDto[];

  @StringListField({ max: MAX_NAME, example: ['from', 'to', 'status'] })
  filters: string[];
}

@Output('ReportSources', 'What reports can be made of.')
export class ReportSourcesDto {
  @ObjectListField(() => ReportDatasetDto)
  datasets: ReportDatasetDto[];

  @StringListField({ max: MAX_NAME, description: 'Of the simple and the complex report.', example: ['sales', 'stock'] })
  sections: string[];
}
