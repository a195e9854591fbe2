import { defineMail, letter } from '../../../communication/mail';

export interface ReportReadyValues {
  /** What the file is called. */
  readonly name: string;
  /** A link that needs no login. */
  readonly url: string;
  /** Until when it works; ISO text. */
  readonly expiresAt: string;
}

export const REPORT_READY = defineMail<ReportReadyValues>('report-ready', {
  en: ({ name, url, expiresAt }, { instant }) =>
    letter(`Your report: ${name}`, [
      `The report “${name}” is ready:`,
      { link: url, label: 'Download it' },
      `The link works until ${instant(expiresAt)}, for whoever has it.`,
    ]),
  es: ({ name, url, expiresAt }, { instant }) =>
    letter(`Tu informe: ${name}`, [
      `El informe «${name}» está listo:`,
      { link: url, label: 'Descargarlo' },
      `El enlace funciona hasta el ${instant(expiresAt)}, para quien lo tenga.`,
    ]),
});
