import addressparser from 'nodemailer/lib/addressparser';
import { addressKey, Mailbox } from '../mail-addresses';
import { splitMessage } from '../dkim/signature';

/** Of the sender's program and for nobody else, or written anew here. */
const DROPPED = new Set(['from', 'sender', 'bcc', 'resent-bcc', 'return-path', 'dkim-signature', 'received']);

/** Whether the one From of a message is this address, and there is no other sender. */
export function isFrom(message: Buffer, address: string): boolean {
  const { fields } = splitMessage(message);
  const named = fields.filter(({ name }) => name === 'from' || name === 'sender' || name === 'resent-from');
  const froms = named.filter(({ name }) => name === 'from');
  if (froms.length !== 1) return false;
  return named.every(({ raw }) => {
    const found = addressparser(raw.slice(raw.indexOf(':') + 1).replace(/\r\n/g, ''), { flatten: true });
    return found.length === 1 && addressKey(found[0].address ?? '') === addressKey(address);
  });
}

/**
 * The message as it leaves: from a domain of ours in the sender's name, and answers go to them. Blind recipients are in no header.
 * @param id of the mail, for a message without an id of its own
 */
export function rewritten(message: Buffer, from: Mailbox, replyTo: string, id: string, at: Date): Buffer {
  const { fields } = splitMessage(message);
  const end = message.indexOf('\r\n\r\n');
  const body = end < 0 ? Buffer.alloc(0) : message.subarray(end + 4);
  const has = (name: string): boolean => fields.some((field) => field.name === name);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const head = [
    `From: ${encoded(from.name)} <${from.address}>`,
    ...(has('reply-to') ? [] : [`Reply-To: ${replyTo}`]),
    ...(has('message-id') ? [] : [`Message-ID: <${id}@${domain}>`]),
    ...(has('date') ? [] : [`Date: ${at.toUTCString().replace('GMT', '+0000')}`]),
    ...fields.filter(({ name }) => !DROPPED.has(name)).map(({ raw }) => raw),
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** A name as a quoted string, or as words of RFC 2047. */
function encoded(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}"`;
  const words: string[] = [];
  let word = '';
  for (const sign of name) {
    if (Buffer.byteLength(word + sign) > 42) {
      words.push(word);
      word = '';
    }
    word += sign;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}
