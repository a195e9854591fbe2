import { createHash, KeyObject, sign } from 'node:crypto';

/** A key that signs, and where its public half stands in the DNS. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: 'rsa' | 'ed25519';
  readonly privateKey: KeyObject;
}

/** Signed once more than they are there, so that nobody can add one. */
const OVERSIGNED = ['from', 'to', 'subject'];
const SIGNED = [
  ...[
    'date',
    'message-id',
    'reply-to',
    'cc',
    'mime-version',
    'content-type',
    'content-transfer-encoding',
    'auto-submitted',
  ],
  ...['list-unsubscribe', 'list-unsubscribe-post'],
];

/** One header field as it stands in a message, with its folds. */
export interface HeaderField {
  /** In small letters. */
  readonly name: string;
  readonly raw: string;
}

/** Signs a message by RFC 6376 and RFC 8463: relaxed, the whole body. @returns the message with a header for each key, rsa first */
export function signed(message: Buffer, keys: readonly DkimKey[], at: Date): Buffer {
  if (keys.length === 0) return message;
  const { fields, body } = splitMessage(message);
  const bodyHash = bodyHashOf(body);
  const present = new Map<string, number>();
  for (const { name } of fields) present.set(name, (present.get(name) ?? 0) + 1);
  const names = [
    ...OVERSIGNED.flatMap((name) => Array<string>((present.get(name) ?? 0) + 1).fill(name)),
    ...SIGNED.flatMap((name) => Array<string>(present.get(name) ?? 0).fill(name)),
  ];
  const ordered = [...keys].sort((a, b) => (a.algorithm === b.algorithm ? 0 : a.algorithm === 'rsa' ? -1 : 1));
  const headers = ordered.map((key) => {
    const tags = [
      `v=1; a=${key.algorithm}-sha256; c=relaxed/relaxed; d=${key.domain}; s=${key.selector};`,
      `t=${Math.floor(at.getTime() / 1000)}; h=${names.join(':').replace(/(.{50,66}):/g, '$1:\r\n\t ')};`,
      `bh=${bodyHash};`,
      'b=',
    ];
    const unsigned = `DKIM-Signature: ${tags.join('\r\n\t')}`;
    const value = signatureOf(signingInput(fields, names, unsigned), key);
    return `${unsigned}${value.replace(/(.{70})(?=.)/g, '$1\r\n\t ')}\r\n`;
  });
  return Buffer.concat([Buffer.from(headers.join('')), message]);
}

/** What is signed: the named fields, each name taking the last one that is left, then the signature itself without its value. */
export function signingInput(fields: readonly HeaderField[], names: readonly string[], unsigned: string): string {
  const left = [...fields];
  const chosen: string[] = [];
  for (const name of names) {
    const at = left.findLastIndex((field) => field.name === name);
    if (at < 0) continue; // nothing more is there: nothing more may come
    chosen.push(`${relaxedField(left[at].raw)}\r\n`);
    left.splice(at, 1);
  }
  return chosen.join('') + relaxedField(unsigned);
}

/** In base64. Ed25519 signs the hash (RFC 8463 section 3). */
export function signatureOf(
  input: string,
  { algorithm, privateKey }: Pick<DkimKey, 'algorithm' | 'privateKey'>,
): string {
  const bytes = Buffer.from(input, 'latin1');
  if (algorithm === 'rsa') return sign('sha256', bytes, privateKey).toString('base64');
  return sign(null, createHash('sha256').update(bytes).digest(), privateKey).toString('base64');
}

/** Of the body in its relaxed form (RFC 6376 section 3.4.4), base64. */
export function bodyHashOf(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[\t ]+/g, ' ').replace(/ $/, ''));
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  const relaxed = lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
  return createHash('sha256').update(relaxed, 'latin1').digest('base64');
}

/** Header fields in their order, and the body; text of one byte a sign. */
export function splitMessage(message: Buffer): { fields: HeaderField[]; body: string } {
  const end = message.indexOf('\r\n\r\n');
  const head = message.toString('latin1', 0, end < 0 ? message.length : end);
  const body = end < 0 ? '' : message.toString('latin1', end + 4);
  const fields = head
    .split(/\r\n(?![\t ])/)
    .map((raw) => ({ name: raw.slice(0, raw.indexOf(':')).trim().toLowerCase(), raw }));
  return { fields, body };
}

function relaxedField(raw: string): string {
  const colon = raw.indexOf(':');
  const value = raw
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[\t ]+/g, ' ')
    .trim();
  return `${raw.slice(0, colon).trim().toLowerCase()}:${value}`;
}
