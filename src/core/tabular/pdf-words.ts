import { defineWords } from '../kernel/text';

/** What the pages say by themselves. */
export const PDF_WORDS = defineWords({
  en: {
    /** What several documents are together. */
    reports: 'Reports',
    lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
    /** A chart of how often each word of a column is there. */
    by: (column: string) => `By ${column.toLowerCase()}`,
    issued: (day: string) => `Issued and signed on ${day}`,
    compare: 'Compare this paper with the school’s books at',
    signature: 'Signature',
  },
  es: {
    reports: 'Informes',
    lines: (count) => (count === 1 ? '1 línea' : `${count} líneas`),
    by: (column) => `Por ${column.toLowerCase()}`,
    issued: (day) => `Expedido y firmado el ${day}`,
    compare: 'Este documento se puede cotejar con los libros de la escuela en',
    signature: 'Firma',
  },
});

export type PdfWords = (typeof PDF_WORDS)['en'];
