import { ApiClient, keyed } from './api-client';
import type { components, operations } from './schema';

type Schemas = components['schemas'];
export type MailInput = Schemas['SendMailInput'];
export type TemplateMailInput = Schemas['SendTemplateInput'];
export type QueuedMail = Schemas['QueuedMail'];

/** Mail. */
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
  async sent(query: operations['sent_list']['parameters']['query'] = {}): Promise<Schemas['SentMail'][]> {
    return (await this.answerOf(this.api.GET('/api/v1/mail/sent', { params: { query } }))).items;
  }
}
