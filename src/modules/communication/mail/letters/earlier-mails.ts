import { Inject, Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import type { Delivery } from '../../../../core/data/events';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { DEFAULT_READER, LOCALES, Reader } from '../../../../core/kernel/text';
import { TRANSACTIONAL } from '../mail-categories';
import { readMailbox } from '../mail-addresses';
import type { MailRequested } from '../mail.events';
import { MailVault } from '../messages/mail-vault';
import { MessageWriter } from '../messages/message-writer';
import { MailTemplates } from './mail-templates';
import { renderLetter } from './render-letter';

/** What the releases before have sealed into the event; instants as ISO text. */
interface Envelope {
  readonly to: string;
  readonly template: string;
  readonly values: object;
  readonly at: string;
  readonly reader?: Reader;
  readonly expiresAt: string;
}

/** Makes messages of what an earlier release has left in the outbox, or writes beside this one. */
@Injectable()
export class EarlierMails {
  private readonly log = new Logger(EarlierMails.name);

  constructor(
    private readonly vault: MailVault,
    private readonly templates: MailTemplates,
    private readonly writer: MessageWriter,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In the transaction that marks the event: once, under the id of the event. */
  async take(event: MailRequested, { eventId }: Delivery): Promise<void> {
    const envelope = this.open(event);
    if (!envelope) {
      this.log.warn(`Mail ${eventId} is given up: nobody can read it`);
      const facts = { reason: 'unreadable' };
      return this.audit.record({ action: 'mail.sent', outcome: 'failure', target: `mail:${eventId}`, facts });
    }
    const { to, template, values, at, expiresAt } = envelope;
    const letter = renderLetter(
      this.templates.get(template),
      values as never,
      readerOf(envelope),
      this.config.publicUrl,
    );
    await this.writer.write({
      id: eventId,
      ...{ kind: 'system', senderId: null, category: TRANSACTIONAL, template, gate: 'application' },
      content: {
        ...{
          from: readMailbox(this.config.mailFrom),
          replyTo: null,
          to: [to],
          cc: [],
          attachments: [],
          isAutomatic: true,
        },
        ...letter,
      },
      recipients: [{ field: 'to', address: to }],
      ...{ at: new Date(at), expiresAt: new Date(expiresAt) },
    });
  }

  private open({ sealed }: MailRequested): Envelope | null {
    try {
      return JSON.parse(this.vault.open(Buffer.from(sealed, 'base64url'))) as Envelope;
    } catch {
      return null;
    }
  }
}

/** In which language and by which clock it is written; one that this release does not know is English. */
function readerOf({ reader = DEFAULT_READER }: Pick<Envelope, 'reader'>): Reader {
  const locale = LOCALES.find((one) => one === reader.locale) ?? DEFAULT_READER.locale;
  return { locale, timeZone: reader.timeZone };
}
