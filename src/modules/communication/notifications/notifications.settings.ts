import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { defineSettings, FieldProblem, list, parsed, text } from '../../../core/kernel/config';

/** Of a service account of Google, as its file has them. */
export interface FcmCredentials {
  readonly projectId: string;
  readonly clientEmail: string;
  readonly privateKey: string;
  readonly tokenUri: string;
}

interface NotificationSettings {
  /** `https://shop.example.com`: beside our own, the only ones that a notice leads to. */
  readonly actionOrigins: readonly string[];
  readonly vapidSubject: string;
  readonly pushHosts: readonly string[];
  /** Certificates that a push service's is checked by; undefined for those of Node. */
  readonly pushCa: readonly string[] | undefined;
  /** null where there is none: then nothing goes by FCM. */
  readonly fcm: FcmCredentials | null;
  readonly fcmUrl: string;
}

/** Variables of the notifications. */
export const notificationsSettings = defineSettings<NotificationSettings>({
  actionOrigins: list('ACTION_ORIGINS', {
    default: [],
    doc: 'Origins beside our own that a notification may lead to, as `https://shop.example.com`.',
  }),
  vapidSubject: parsed(
    'VAPID_SUBJECT',
    {
      default: 'mailto:postmaster@localhost.invalid',
      doc: 'Whom push services reach when something is wrong: a `mailto:` or `https:` address (RFC 8292).',
    },
    (value) => {
      if (/^mailto:[^\s@]+@[^\s@]+$/.test(value) || (URL.canParse(value) && value.startsWith('https://'))) return value;
      throw new FieldProblem('must be a mailto: or https: address');
    },
  ),
  pushHosts: list('PUSH_HOSTS', {
    default: [],
    doc: 'Hosts of push services that are called though they are on this machine or in a private network. Any other is called at public addresses alone. Outside of production these may be called without TLS.',
  }),
  pushCa: parsed(
    'PUSH_CA',
    { default: '', doc: 'A file with certificates (PEM) that are trusted beside the public ones when a push is sent.' },
    readCertificates,
  ),
  fcm: parsed(
    'FCM_CREDENTIALS',
    {
      default: '',
      doc: 'The JSON file of a service account by which Firebase Cloud Messaging is called. Without it nothing goes by FCM.',
    },
    readCredentials,
  ),
  fcmUrl: text('FCM_URL', {
    default: 'https://fcm.googleapis.com',
    doc: 'Where Firebase Cloud Messaging answers.',
  }),
});

function readCertificates(path: string): readonly string[] | undefined {
  return path === '' ? undefined : [...rootCertificates, read(path)];
}

function readCredentials(path: string): FcmCredentials | null {
  if (path === '') return null;
  try {
    const file = JSON.parse(read(path)) as Record<string, unknown>;
    const [projectId, clientEmail, privateKey, tokenUri] = [
      'project_id',
      'client_email',
      'private_key',
      'token_uri',
    ].map((name) => {
      if (typeof file[name] === 'string') return file[name];
      throw new FieldProblem(`must be a service account with ${name}`);
    });
    return { projectId, clientEmail, privateKey, tokenUri };
  } catch (error) {
    throw error instanceof FieldProblem ? error : new FieldProblem('must be a JSON file');
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new FieldProblem('must be a file that can be read');
  }
}
