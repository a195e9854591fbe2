import { isIP } from 'node:net';
import { choice, defineSettings, EnvField, FieldProblem, int, parsed } from '../../../core/kernel/config';

interface MailSettings {
  readonly senders: 'staff' | 'users';
  readonly connections: number;
  readonly perMinute: number;
  readonly atOnce: number;
  /** Addresses, with a port where it is not 53; none: those of the system. */
  readonly dnsServers: readonly string[];
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
  dnsServers: parsed(
    'DNS_SERVERS',
    {
      default: '',
      doc: 'Servers that the check of mail domains asks, as `10.0.0.2,10.0.0.3:5353`. Empty: those of the system.',
    },
    readServers,
  ),
});

function readServers(text: string): readonly string[] {
  const servers = text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const isAddress = (one: string): boolean =>
    isIP(one.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')) > 0;
  if (!servers.every(isAddress)) throw new FieldProblem('must be addresses such as 10.0.0.2 or 10.0.0.2:5353');
  return servers;
}

/** Everybody outside of production, so that a first try works. */
function sendersField(): EnvField<'staff' | 'users'> {
  const field = choice('MAIL_SENDERS', ['staff', 'users'], {
    doc: 'Who may mail others: staff, those with the permission send_mail; users, everybody, 20 recipients an hour. Empty: users, in production staff.',
  });
  return { ...field, fallback: '', absent: (env) => (env === 'production' ? 'staff' : 'users') };
}
