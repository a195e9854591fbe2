import { defineMail, letter } from '../../../communication/mail';

export interface WebhookOffValues {
  readonly fullName: string;
  readonly url: string;
  readonly reason: string;
}

const WHY: Readonly<Record<string, string>> = {
  gone: 'It answered 410 Gone.',
  failing: 'Nothing has reached it for five days.',
};

export const WEBHOOK_OFF = defineMail<WebhookOffValues>('webhook-off', ({ fullName, url, reason }) =>
  letter('A webhook of yours is switched off', [
    `Hello ${fullName},`,
    `your webhook ${url} is switched off. ${WHY[reason] ?? ''}`,
    'What was waiting for it is kept for thirty days. It is sent when you switch the webhook on again.',
  ]),
);
