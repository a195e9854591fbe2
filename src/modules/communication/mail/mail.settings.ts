import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import {
  choice,
  defineSettings,
  EnvField,
  FieldProblem,
  ConfigError,
  int,
  parsed,
  text,
} from '../../../core/kernel/config';

import type { ListenAddress } from './listener/smtp-listener';

interface MailSettings {
  readonly senders: 'staff' | 'users';
  readonly connections: number;
  readonly perMinute: number;
  readonly atOnce: number;
  /** Addresses, with a port where it is not 53; none: those of the system. */
  readonly dnsServers: readonly string[];
  readonly listen: ListenAddress | null;
  /** Of return paths and inbound routes; empty for that of MAIL_FROM. */
  readonly bounceDomain: string;
  readonly submission: ListenAddress | null;
  readonly tls: { readonly key: string; readonly cert: string } | null;
}

/** Variables of mail beside SMTP_URL and MAIL_FROM. */
export const mailSettings = defineSettings<MailSettings>(
  {
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
    listen: parsed(
      'MAIL_LISTEN',
      { default: 'off', doc: 'Takes delivery reports and inbound mail by SMTP there, as `0.0.0.0:2525`. off: not.' },
      readAddress,
    ),
    bounceDomain: text('MAIL_BOUNCE_DOMAIN', {
      default: '',
      pattern: /^[a-z0-9.-]{1,253}$/,
      shape: 'a domain in small letters',
      doc: 'The domain of return paths and inbound addresses, whose MX leads to MAIL_LISTEN. Empty: that of MAIL_FROM.',
    }),
    submission: parsed(
      'MAIL_SUBMISSION',
      {
        default: 'off',
        doc: 'Takes mail from people’s mail programs there, as `0.0.0.0:5870`, by app passwords over TLS. off: not.',
      },
      readAddress,
    ),
    tls: parsed(
      'MAIL_TLS',
      {
        default: '',
        doc: 'Files of the key and the certificate (PEM) of both, as `/etc/mail/key.pem,/etc/mail/cert.pem`.',
      },
      readPair,
    ),
  },
  ({ submission, tls }) => {
    if (submission && !tls) throw new ConfigError('MAIL_TLS is required where MAIL_SUBMISSION is set');
  },
);

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

function readAddress(value: string): ListenAddress | null {
  if (value === 'off') return null;
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(value) ?? [];
  if (host === undefined || Number(port) > 65_535)
    throw new FieldProblem('must be off, or a host and a port such as 0.0.0.0:2525');
  return { host: host.replace(/^\[(.+)\]$/, '$1'), port: Number(port) };
}

function readPair(value: string): { key: string; cert: string } | null {
  if (value === '') return null;
  try {
    const [key, cert] = value.split(',').map((path) => readFileSync(path.trim(), 'utf8'));
    createSecureContext({ key, cert });
    return { key, cert };
  } catch {
    throw new FieldProblem('must be two files that can be read, a key and its certificate');
  }
}

/** Everybody outside of production, so that a first try works. */
function sendersField(): EnvField<'staff' | 'users'> {
  const field = choice('MAIL_SENDERS', ['staff', 'users'], {
    doc: 'Who may mail others: staff, those with the permission send_mail; users, everybody, 20 recipients an hour. Empty: users, in production staff.',
  });
  return { ...field, fallback: '', absent: (env) => (env === 'production' ? 'staff' : 'users') };
}
