import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { simpleText } from './mime';
import type { TestApp } from './app';
import { until } from './until';
import { within } from './within';

const WAITING = `SELECT 1 FROM outbox WHERE delivered_at IS NULL
  UNION ALL SELECT 1 FROM mail_deliveries WHERE state IN ('queued', 'deferred')`;

/** A mail as it came out, its parts decoded. */
export interface ReadMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

/** Reads a message as it stands in a file or went over the wire. */
export function readMail(raw: string): ReadMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1].trim() ?? '';
  return {
    id: header('message-id'),
    to: header('to'),
    subject: simpleText.word(header('subject')),
    text: simpleText.part(raw, 'text/plain'),
    html: simpleText.part(raw, 'text/html'),
    raw,
  };
}

/** All mails in the application's outbox folder, the oldest first. */
export function mailsOf(t: TestApp): ReadMail[] {
  const folder = join(t.env.DATA_DIR, 'outbox');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return names.sort().map((name) => readMail(readFileSync(join(folder, name), 'utf8')));
}

/** Empties that folder. */
export function forgetMails(t: TestApp): void {
  const folder = join(t.env.DATA_DIR, 'outbox');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.eml')))
    rmSync(join(folder, name), { force: true });
}

/** The newest mail to this address with this subject, waited for; `after` says how many there were before. */
export async function mailTo(t: TestApp, to: string, subject: RegExp, after = 0): Promise<ReadMail> {
  const mine = () => mailsOf(t).filter((mail) => mail.to.includes(to) && subject.test(mail.subject));
  const found = await within(8000, mine, (mails) => mails.length > after);
  return found[found.length - 1];
}

/** Until no event waits to be heard, and no mail to be sent. */
export const mailsGone = (t: Pick<TestApp, 'db'>, limitMs?: number): Promise<void> =>
  until(async () => (await t.db.query(WAITING)).length === 0, limitMs);

/** The token of the link in a mail. */
export function tokenOf(mail: ReadMail): string {
  const token = /[?&]token=([\w-]+)/.exec(mail.text)?.[1];
  if (!token) throw new Error('The mail has no link');
  return token;
}
