export { cleanEmail, cleanPassword, cleanText, isOneLine, isVisible, nameFrom } from './clean';
export { textKey } from './fold';
export {
  cleanTimeZone,
  dayText,
  DEFAULT_READER,
  instantFigures,
  instantText,
  isTimeZone,
  Locale,
  localeOf,
  LOCALES,
  Reader,
} from './locales';
export { ByLocale, defineWords } from './words';
