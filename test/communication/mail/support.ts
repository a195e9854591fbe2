import { within } from '../../support/within';
import type { Client } from '../../support/client';

/** A mail as REST shows it. */
export interface SeenMail {
  id: string;
  kind: string;
  subject: string | null;
  body?: string | null;
  category: string;
  template: string | null;
  status: string;
  recipients: {
    to: string;
    field: string;
    status: string;
    attempts: number;
    code: number | null;
    reason: string | null;
  }[];
  attachments?: { filename: string; content_type: string; size: number }[];
}

export const hello = (to: string[], more: object = {}) => ({ to, subject: 'Hello', body: 'How are you?', ...more });

/** Sends a mail. @returns its id */
export async function sent(client: Client, input: object): Promise<string> {
  const { status, body } = await client.post('/mail/send', input);
  if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** Waits until the mail is so. @returns it */
export function mailIs(client: Client, id: string, status: string, limitMs?: number): Promise<SeenMail> {
  return within(
    limitMs ?? 30_000,
    async () => (await client.get<SeenMail>(`/mail/sent/${id}`)).body,
    (mail) => mail.status === status,
  );
}
