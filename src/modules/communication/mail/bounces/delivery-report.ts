import { statusOf } from '../deliveries/classify';
import { HeaderField, splitMessage } from '../dkim/signature';

/** What a report says of its recipient (RFC 3464 section 2.3). */
export interface DeliveryReport {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463; null where there is none. */
  readonly status: string | null;
  /** Of the reply that it quotes; null for none. */
  readonly code: number | null;
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const STATUS_TYPES = /^message\/(?:global-)?delivery-status\b/i;

/** Reads a delivery report. null for any other mail: an answer of a machine, or of somebody. */
export function readReport(message: Buffer): DeliveryReport | null {
  const { fields, body } = splitMessage(message);
  const type = valueOf(fields, 'content-type');
  if (!/^multipart\/report\b/i.test(type)) return null;
  for (const part of partsOf(type, body)) {
    const inner = splitMessage(Buffer.from(part, 'latin1'));
    if (STATUS_TYPES.test(valueOf(inner.fields, 'content-type'))) return statusIn(decoded(inner));
  }
  return null;
}

/** The first recipient's group: each mail of ours has one. */
function statusIn(text: string): DeliveryReport | null {
  for (const group of text.split(/\r?\n[\t ]*\r?\n/)) {
    const { fields } = splitMessage(Buffer.from(group.replace(/\r?\n/g, '\r\n').trim(), 'latin1'));
    const word = valueOf(fields, 'action').toLowerCase();
    const action = ACTIONS.find((one) => word === one || word.startsWith(`${one} `));
    if (!action) continue;
    const given = statusOf(valueOf(fields, 'status'));
    const diagnostic = valueOf(fields, 'diagnostic-code').replace(/^smtp\s*;\s*/i, '');
    // Some say 5.0.0 where the reply that they quote says more.
    const quoted = statusOf(diagnostic);
    const status = given === null || /^[245]\.0\.0$/.test(given) ? (quoted ?? given) : given;
    const code = /^([245]\d\d)(?=[\s-]|$)/.exec(diagnostic)?.[1];
    return { action, status, code: code === undefined ? null : Number(code) };
  }
  return null;
}

function partsOf(type: string, body: string): string[] {
  const [, quoted, plain] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return [];
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1);
  return parts.filter((part) => !part.startsWith('--')).map((part) => part.replace(/^[\t ]*\r\n/, ''));
}

function decoded({ fields, body }: { fields: readonly HeaderField[]; body: string }): string {
  const encoding = valueOf(fields, 'content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1');
  if (encoding !== 'quoted-printable') return body;
  const hex = (_: string, digits: string): string => String.fromCharCode(parseInt(digits, 16));
  return body.replace(/=\r\n/g, '').replace(/=([0-9a-f]{2})/gi, hex);
}

/** Unfolded; empty where there is none. */
export function valueOf(fields: readonly HeaderField[], name: string): string {
  const raw = fields.find((field) => field.name === name)?.raw ?? ':';
  return raw
    .slice(raw.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[\t ]+/g, ' ')
    .trim();
}
