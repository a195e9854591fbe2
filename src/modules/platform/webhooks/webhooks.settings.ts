import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { ConfigError, defineSettings, FieldProblem, flag, int, list, parsed } from '../../../core/kernel/config';

interface WebhookSettings {
  readonly http: boolean;
  readonly hosts: readonly string[];
  /** Certificates that a receiver's is checked by; undefined for those of Node. */
  readonly ca: readonly string[] | undefined;
  readonly perAccount: number;
}

/** Variables of the webhooks. */
export const webhooksSettings = defineSettings<WebhookSettings>(
  {
    http: flag('WEBHOOK_HTTP', {
      default: false,
      doc: 'Whether a webhook may also have an address of http. For development; refused in production.',
    }),
    hosts: list('WEBHOOK_HOSTS', {
      default: [],
      doc: 'Hosts that webhooks may call though they are on this machine or in a private network, as `localhost,hooks.internal`. Any other is called at public addresses alone.',
    }),
    ca: parsed(
      'WEBHOOK_CA',
      {
        default: '',
        doc: 'A file with certificates (PEM) that are trusted beside the public ones when a webhook is called.',
      },
      readCertificates,
    ),
    perAccount: int('WEBHOOKS_PER_ACCOUNT', {
      default: 20,
      min: 1,
      max: 1000,
      doc: 'Webhooks that one account may have.',
    }),
  },
  ({ http }, { env }) => {
    if (http && env === 'production') throw new ConfigError('WEBHOOK_HTTP is for development');
  },
);

function readCertificates(path: string): readonly string[] | undefined {
  if (path === '') return undefined;
  try {
    return [...rootCertificates, readFileSync(path, 'utf8')];
  } catch {
    throw new FieldProblem('must be a file that can be read');
  }
}
