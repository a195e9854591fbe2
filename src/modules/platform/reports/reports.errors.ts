import { defineError } from '../../../core/kernel/errors';

export const ReportTooLong = defineError<{ format: string; rows: number; maxRows: number }>(
  'report_too_long',
  422,
  ({ format, rows, maxRows }) =>
    `It would have ${rows} rows, ${format} has at most ${maxRows}: choose fewer by filters.`,
);
