import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** The English text is the key; `code:` and the code of an error stands for its detail. */
const texts = { en: () => import('./en'), es: () => import('./es') };

export const localeOf = (tag: string): Locale => LOCALES.find((one) => tag.startsWith(one)) ?? 'en';

/** Begins in the language in which the server has written the page. */
export async function startTexts(): Promise<void> {
  const locale = localeOf(document.documentElement.lang);
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: (await texts[locale]()).default } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
}

export async function speak(locale: Locale): Promise<void> {
  if (i18next.language === locale) return;
  i18next.addResourceBundle(locale, 'translation', (await texts[locale]()).default);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

export { msg } from './msg';
export { useTranslation } from 'react-i18next';
export const t = i18next.t.bind(i18next);
