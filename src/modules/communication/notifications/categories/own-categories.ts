import type { NoticeText } from './category';
import { defineCategory } from './category';

/** What people and programs send by the API, as they have written it. */
export const GENERAL = defineCategory<NoticeText>('general', {
  sentence: { en: 'Somebody sends me a notice.', es: 'Alguien me envía un aviso.' },
  texts: { en: (facts) => facts, es: (facts) => facts },
});
