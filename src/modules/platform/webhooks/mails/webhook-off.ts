import type { Locale } from '../../../../core/kernel/text';
import { defineMail, letter } from '../../../communication/mail';

export interface WebhookOffValues {
  readonly fullName: string;
  readonly url: string;
  readonly reason: string;
}

const WHY: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { gone: 'It answered 410 Gone.', failing: 'Nothing has reached it for five days.' },
  es: { gone: 'Respondió 410 Gone.', failing: 'Nada le ha llegado en cinco días.' },
};

export const WEBHOOK_OFF = defineMail<WebhookOffValues>('webhook-off', {
  en: ({ fullName, url, reason }) =>
    letter('A webhook of yours is switched off', [
      `Hello ${fullName},`,
      `your webhook ${url} is switched off. ${WHY.en[reason] ?? ''}`,
      'What was waiting for it is kept for thirty days. It is sent when you switch the webhook on again.',
    ]),
  es: ({ fullName, url, reason }) =>
    letter('Uno de tus webhooks está desactivado', [
      `Hola, ${fullName}:`,
      `Tu webhook ${url} está desactivado. ${WHY.es[reason] ?? ''}`,
      'Lo que esperaba se guarda treinta días. Se envía cuando vuelvas a activarlo.',
    ]),
});
