export { Format } from './format';
export { localeOf, LOCALES, msg, speak, startTexts, t, useTranslation, type Locale } from './i18n';
export { fieldProblems, fieldText, problemText } from './problem-text';
export { useFormat } from './use-format';
