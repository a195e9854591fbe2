import { defineSettings, EnvField, choice, int } from '../../../core/kernel/config';

interface MailSettings {
  readonly senders: 'staff' | 'users';
  readonly connections: number;
  readonly perMinute: number;
  readonly atOnce: number;
}

/** Variables of mail beside SMTP_URL and MAIL_FROM. */
export const mailSettings = defineSettings<MailSettings>({
  senders: sendersField(),
  connections: int('MAIL_CONNECTIONS', {
    default: 10,
    min: 1,
    max: 100,
    doc: 'Connections of a process to the mail server.',
  }),
  perMinute: int('MAIL_DOMAIN_PER_MINUTE', {
    default: 60,
    min: 2,
    max: 1_000_000,
    doc: 'Mails to the addresses of one domain in a minute, by all instances together.',
  }),
  atOnce: int('MAIL_DOMAIN_AT_ONCE', {
    default: 10,
    min: 1,
    max: 1000,
    doc: 'Mails to the addresses of one domain at the same time.',
  }),
});

/** Everybody outside of production, so that a first try works. */
function sendersField(): EnvField<'staff' | 'users'> {
  const field = choice('MAIL_SENDERS', ['staff', 'users'], {
    doc: 'Who may mail others: staff, those with the permission send_mail; users, everybody, 20 recipients an hour. Empty: users, in production staff.',
  });
  return { ...field, fallback: '', absent: (env) => (env === 'production' ? 'staff' : 'users') };
}
