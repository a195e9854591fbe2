import { defineMail, letter } from '../../../communication/mail';

export interface ReportReadyValues {
  /** What the file is called. */
  readonly name: string;
  /** A link that needs no login. */
  readonly url: string;
  /** Until when it works; ISO text. */
  readonly expiresAt: string;
}

export const REPORT_READY = defineMail<ReportReadyValues>('report-ready', ({ name, url, expiresAt }) =>
  letter(`Your report: ${name}`, [
    `The report “${name}” is ready:`,
    { link: url, label: 'Download it' },
    `The link works until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC, for whoever has it.`,
  ]),
);
