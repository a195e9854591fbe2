import { defineMail, letter } from '../../../../communication/mail';

export interface GradesRecordedValues {
  readonly fullName: string;
  readonly classroom: string;
  /** What was graded, each as one line of text. */
  readonly lines: readonly string[];
}

/** No score: a mail is read by more people than the one it is for. */
export const GRADES_RECORDED = defineMail<GradesRecordedValues>('grades-recorded', {
  en: ({ fullName, classroom, lines }) =>
    letter('There is something new among your grades', [
      `Hello ${fullName},`,
      `this was graded, or graded anew, in ${classroom}:`,
      lines.join('\n'),
      'Log in to see it.',
    ]),
  es: ({ fullName, classroom, lines }) =>
    letter('Hay novedades en tus calificaciones', [
      `Hola, ${fullName}:`,
      `Se ha calificado, o vuelto a calificar, lo siguiente en ${classroom}:`,
      lines.join('\n'),
      'Inicia sesión para verlo.',
    ]),
});
