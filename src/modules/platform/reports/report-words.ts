import { defineWords } from '../../../core/kernel/text';

/** What a report says of itself on paper. Days are figures, as in `2026-11-29`. */
export const REPORT_WORDS = defineWords({
  en: {
    figures: 'The figures',
    from: (day: string) => `from ${day}`,
    to: (day: string) => `to ${day}`,
    made: (instant: string) => `made at ${instant}`,
    yes: 'yes',
    no: 'no',
  },
  es: {
    figures: 'Las cifras',
    from: (day) => `desde ${day}`,
    to: (day) => `hasta ${day}`,
    made: (instant) => `hecho el ${instant}`,
    yes: 'sí',
    no: 'no',
  },
});
