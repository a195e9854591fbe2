import { ApiClient, keyed } from './api-client';
import type { MailInput, QueuedMail, SentMail, TemplateMailInput } from './awaited';

/** Mail. Its routes are not on the server yet (`awaited.ts`). */
export class MailClient extends ApiClient {
  /** Sends a mail to each recipient. The same key once more sends nothing more. */
  send(input: MailInput, { idempotencyKey }: { idempotencyKey?: string } = {}): Promise<QueuedMail> {
    return this.answerOf(this.api.POST('/api/v1/mail/send', { body: input, params: keyed(idempotencyKey) }));
  }

  /** Sends a mail made by a template of the server. */
  sendTemplate(input: TemplateMailInput, { idempotencyKey }: { idempotencyKey?: string } = {}): Promise<QueuedMail> {
    return this.answerOf(this.api.POST('/api/v1/mail/send-template', { body: input, params: keyed(idempotencyKey) }));
  }

  /** A page of the mails that the caller has sent. */
  async sent(query: { limit?: number; cursor?: string } = {}): Promise<SentMail[]> {
    return (await this.answerOf(this.api.GET('/api/v1/mail/sent', { params: { query } }))).items;
  }
}
