import type { Locale } from '../../../../core/kernel/text';
import { escapeHtml } from '../letters/letter';
import type { Unsubscription } from './unsubscribe-tokens';

const WORDS = {
  en: {
    title: 'Unsubscribe',
    ask: (category: string, address: string) => `Shall ${address} get no more mails of the kind “${category}”?`,
    button: 'Unsubscribe',
    done: (category: string, address: string) => `${address} gets no more mails of the kind “${category}”.`,
  },
  es: {
    title: 'Darse de baja',
    ask: (category: string, address: string) => `¿Quieres que ${address} no reciba más correos del tipo «${category}»?`,
    button: 'Darse de baja',
    done: (category: string, address: string) => `${address} no recibirá más correos del tipo «${category}».`,
  },
} as const;

/** A page without scripts, as mail programs open it: it asks, or says that it is done. */
export function unsubscribePage({ address, category }: Unsubscription, locale: Locale, isDone: boolean): string {
  const { title, ask, done, button } = WORDS[locale];
  const text = escapeHtml(isDone ? done(category, address) : ask(category, address));
  const form = isDone
    ? ''
    : `<form method="post"><button name="List-Unsubscribe" value="One-Click">${button}</button></form>`;
  return (
    `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${title} · Atrium</title>` +
    `<meta name="viewport" content="width=device-width"></head>\n<body><main><h1>${title}</h1><p>${text}</p>${form}</main></body></html>\n`
  );
}
