import { defineMail, letter } from '../../mail';

/** A notice as a mail shows it; `url` is a whole address. */
export interface MailedNotice {
  readonly title: string;
  readonly body: string;
  readonly url: string | null;
}

interface NotificationValues extends MailedNotice {
  readonly preferencesUrl: string;
}

interface DigestValues {
  readonly fullName: string;
  readonly notices: readonly MailedNotice[];
  /** Beyond those that it shows. */
  readonly more: number;
  readonly inboxUrl: string;
  readonly preferencesUrl: string;
}

export const NOTIFICATION_MAIL = defineMail<NotificationValues>('notification', {
  en: ({ title, body, url, preferencesUrl }) =>
    letter(title, [
      body,
      ...(url === null ? [] : [{ link: url, label: 'Open it' }]),
      { link: preferencesUrl, label: 'What I am told, and how' },
    ]),
  es: ({ title, body, url, preferencesUrl }) =>
    letter(title, [
      body,
      ...(url === null ? [] : [{ link: url, label: 'Abrirlo' }]),
      { link: preferencesUrl, label: 'De qué se me avisa, y cómo' },
    ]),
});

export const NOTIFICATION_DIGEST = defineMail<DigestValues>('notification-digest', {
  en: ({ fullName, notices, more, inboxUrl, preferencesUrl }) =>
    letter(
      titleOf(notices, more, 'One new notification', (n) => `${n} new notifications`),
      [
        `Hello ${fullName},`,
        ...partsOf(notices),
        ...(more > 0 ? [`And ${more} more.`] : []),
        { link: inboxUrl, label: 'All notifications' },
        { link: preferencesUrl, label: 'What I am told, and how' },
      ],
    ),
  es: ({ fullName, notices, more, inboxUrl, preferencesUrl }) =>
    letter(
      titleOf(notices, more, 'Un aviso nuevo', (n) => `${n} avisos nuevos`),
      [
        `Hola, ${fullName}:`,
        ...partsOf(notices),
        ...(more > 0 ? [`Y ${more} más.`] : []),
        { link: inboxUrl, label: 'Todos los avisos' },
        { link: preferencesUrl, label: 'De qué se me avisa, y cómo' },
      ],
    ),
});

function titleOf(notices: readonly MailedNotice[], more: number, one: string, many: (n: number) => string): string {
  const count = notices.length + more;
  return count === 1 ? one : many(count);
}

function partsOf(notices: readonly MailedNotice[]): (string | { link: string; label: string })[] {
  return notices.flatMap(({ title, body, url }) => [
    `${title}\n${body}`,
    ...(url === null ? [] : [{ link: url, label: title }]),
  ]);
}
