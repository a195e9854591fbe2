import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Validation } from '../../../core/kernel/errors';
import { DEFAULT_READER, Reader } from '../../../core/kernel/text';
import { Clock } from '../../../core/kernel/runtime';
import { TRY_FOR_MS } from './deliveries/schedule';
import { renderLetter } from './letters/render-letter';
import { CATEGORY, isBulk, MailCategory, TRANSACTIONAL } from './mail-categories';
import { hasControl, isOneAddress, readMailbox } from './mail-addresses';
import type { MailTemplate } from './letters/mail-template';
import { MessageWriter } from './messages/message-writer';

/** A mail to be sent: one recipient, one template and what it shows. */
export interface Mail<V extends object = object> {
  /** A UUID: the mail's id, and the left part of its Message-ID. A second mail of one id is not sent. Made when absent. */
  readonly id?: string;
  readonly to: string;
  readonly template: MailTemplate<V>;
  readonly values: V;
  /** Who reads it: an account is one. English and UTC for who has not said. */
  readonly reader?: Reader;
  /** What it is for; `transactional` unless said otherwise. A bulk one has a link by which the recipient unsubscribes from it. */
  readonly category?: MailCategory;
  /** After it the mail is of no use and is not sent; five days unless said otherwise. */
  readonly expiresAt?: Date;
}

/** Where modules ask for mails. */
@Injectable()
export class MailService {
  constructor(
    private readonly writer: MessageWriter,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Refuses what `send` would. @throws Validation for an address or a subject that could add a header */
  check<V extends object>({ to, values }: Mail<V>): void {
    if (!isOneAddress(to)) throw refused('email', 'must be one e-mail address');
    const { subject } = values as { subject?: string };
    if (subject !== undefined && hasControl(subject)) throw refused('subject', 'must be one line');
  }

  /**
   * Sends a letter of the application once the open transaction has committed, at least once, always as the same bytes.
   * @throws what `check` throws; Error without a transaction, or for a category that has no name's form
   * @example await this.mails.send({ to: user.email, template: ORDER_STEP, values: { number }, reader: user, category: 'orders' });
   */
  async send<V extends object>(mail: Mail<V>): Promise<void> {
    this.check(mail);
    const { to, template, values, reader = DEFAULT_READER, category = TRANSACTIONAL } = mail;
    if (!CATEGORY.test(category)) throw new Error(`${category} is no name of a category`);
    const letter = renderLetter(template, values, reader, this.config.publicUrl);
    const at = this.clock.now();
    await this.writer.write({
      id: mail.id,
      kind: 'system',
      senderId: null,
      category,
      template: template.name,
      content: {
        from: readMailbox(this.config.mailFrom),
        replyTo: null,
        to: [to],
        cc: [],
        attachments: [],
        isAutomatic: true,
        ...letter,
      },
      recipients: [{ field: 'to', address: to }],
      isSeparate: isBulk(category),
      gate: 'application',
      at,
      expiresAt: mail.expiresAt ?? new Date(at.getTime() + TRY_FOR_MS),
    });
  }
}

function refused(field: string, message: string): Error {
  return new Validation({ errors: [{ field, code: 'mail', message }] });
}
