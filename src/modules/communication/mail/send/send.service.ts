import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Validation } from '../../../../core/kernel/errors';
import { Clock } from '../../../../core/kernel/runtime';
import { cleanEmail, DEFAULT_READER } from '../../../../core/kernel/text';
import type { Principal } from '../../../../core/web/access';
import { TRY_FOR_MS } from '../deliveries/schedule';
import { isBulk, SECURITY, TRANSACTIONAL } from '../mail-categories';
import { DkimKeys } from '../dkim/dkim-keys';
import { addressKey, domainOf, hasControl, isOneAddress, readMailbox } from '../mail-addresses';
import { renderLetter } from '../letters/render-letter';
import { DomainNotReady, MailNotAllowed } from '../mail.errors';
import type { Mail } from '../mail.service';
import { MessageWriter, Recipient } from '../messages/message-writer';
import { Attachments, ReadAttachments } from './attachments';
import type { QueuedMailDto, SendMailInput } from './dto/send-mail.dto';
import { MailGate, Sender } from './mail-gate';
import type { SendTemplateInput } from '../templates/dto/mail-template.dto';
import { TemplateRenderer } from '../templates/template-renderer';
import { TemplatesService } from '../templates/templates.service';
import { readRecipients } from './recipients';

const SEND_AT_MAX_MS = 30 * 86_400_000;
const NO_ATTACHMENTS: ReadAttachments = { heads: [], bytes: [] };

/** A mail of somebody, its recipients and texts read. */
export interface PersonalMail {
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments?: ReadAttachments;
  readonly replyTo?: string | null;
  readonly category: string;
  readonly sendAt?: Date;
  readonly template?: { readonly key: string; readonly version: number | null };
  /** Five days after it is sent first, unless said otherwise. */
  readonly expiresAt?: Date;
}

/** Mails of people and services. */
@Injectable()
export class SendService {
  constructor(
    private readonly db: Database,
    private readonly gate: MailGate,
    private readonly attachments: Attachments,
    private readonly templates: TemplatesService,
    private readonly renderer: TemplateRenderer,
    private readonly keys: DkimKeys,
    private readonly writer: MessageWriter,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Validation, MailNotAllowed, MailQuota, AttachmentsTooLarge, FileNotFound, DomainNotReady */
  async send(user: Principal, input: SendMailInput): Promise<QueuedMailDto> {
    const { to, cc = [], bcc = [], subject, body: text, html = null, replyTo = null, category, sendAt } = input;
    const recipients = readRecipients({ to, cc, bcc });
    await this.gate.check(user.userId, addressesOf(recipients), user.permissions); // before any file is read
    const attachments = await this.attachments.read(user, input.attachments ?? []);
    const mail = { recipients, subject, text, html, attachments, replyTo, sendAt, category: category ?? TRANSACTIONAL };
    return this.store(user.userId, mail, user.permissions);
  }

  /** @throws TemplateNotFound, TemplateData, and as `send` */
  async sendTemplate(user: Principal, input: SendTemplateInput): Promise<QueuedMailDto> {
    const { to, template: key, data, locale = DEFAULT_READER.locale, category = TRANSACTIONAL, sendAt } = input;
    const recipients = readRecipients({ to, cc: [], bcc: [] });
    await this.gate.check(user.userId, addressesOf(recipients), user.permissions); // before anything is rendered
    const { source, version } = await this.templates.published(key, locale);
    const { subject, text, html } = await this.renderer.render(source, data);
    const mail = { recipients, subject, text, html, category, sendAt, template: { key, version } };
    return this.store(user.userId, mail, user.permissions);
  }

  /**
   * A letter of the application that somebody has asked for: it goes in their name and through the gate. Within the open transaction.
   * @throws Validation, MailNotAllowed, MailQuota
   */
  async sendLetter<V extends object>(userId: string, mail: Mail<V>): Promise<void> {
    const { to, template, values, reader = DEFAULT_READER, expiresAt } = mail;
    const letter = renderLetter(template, values, reader, this.config.publicUrl);
    const recipients = readRecipients({ to: [to], cc: [], bcc: [] });
    const named = { key: template.name, version: null };
    await this.store(userId, { ...letter, recipients, category: TRANSACTIONAL, template: named, expiresAt });
  }

  /** Stores a mail in the open transaction, or one of its own. @throws Validation, MailNotAllowed, MailQuota, DomainNotReady */
  async store(userId: string, mail: PersonalMail, permissions?: ReadonlySet<string>): Promise<QueuedMailDto> {
    this.assertReadable(mail);
    const { recipients, subject, text, html, category, sendAt = null, attachments = NO_ATTACHMENTS } = mail;
    const at = this.clock.now();
    if (isBulk(category)) await this.assertBulkReady(at);
    return this.db.transaction(async () => {
      const sender = await this.gate.pass(userId, addressesOf(recipients), permissions);
      const from = readMailbox(this.config.mailFrom);
      const { id } = await this.writer.write({
        ...{ kind: 'user', senderId: userId, category, at, sendAt, gate: sender.rule, recipients },
        template: mail.template?.key ?? null,
        templateVersion: mail.template?.version ?? null,
        content: {
          from: { name: `${sender.name} via ${from.name || 'Atrium'}`, address: from.address },
          replyTo: replyToOf(sender, mail.replyTo ?? null),
          to: of('to', recipients),
          cc: of('cc', recipients),
          ...{ subject, text, html, attachments: attachments.heads, isAutomatic: false },
        },
        attachments: attachments.bytes,
        isSeparate: isBulk(category),
        expiresAt: mail.expiresAt ?? new Date((sendAt ?? at).getTime() + TRY_FOR_MS),
      });
      return { id, status: 'queued', recipients: recipients.map(({ address }) => ({ to: address, status: 'queued' })) };
    });
  }

  /** A link to unsubscribe that a mail program may call, and a signature over it. @throws DomainNotReady */
  private async assertBulkReady(at: Date): Promise<void> {
    const domain = domainOf(readMailbox(this.config.mailFrom).address);
    const isSigned = (await this.keys.signing(domain, at)).length > 0;
    if (!isSigned || !this.config.publicUrl.startsWith('https:')) throw new DomainNotReady({ domain });
  }

  private assertReadable({ subject, replyTo = null, category, sendAt, recipients }: PersonalMail): void {
    if (hasControl(subject)) throw refused('subject', 'line', 'must be one line');
    if (replyTo !== null && !isOneAddress(cleanEmail(replyTo))) {
      throw refused('reply_to', 'email', 'must be one plain address such as ada@example.com');
    }
    if (category === SECURITY) throw refused('category', 'reserved', 'is for the application alone');
    if (isBulk(category) && recipients.some(({ field }) => field !== 'to')) {
      throw refused('cc', 'bulk', 'has no place in bulk: each recipient has a mail of their own');
    }
    const nowMs = this.clock.nowMs();
    if (sendAt && sendAt.getTime() > nowMs + SEND_AT_MAX_MS)
      throw refused('send_at', 'max', 'at most 30 days from now');
  }
}

/** Answers go to the sender, or, of those who may mail anybody, to whom they name. @throws MailNotAllowed */
function replyToOf({ address, rule }: Sender, replyTo: string | null): string | null {
  if (replyTo === null) return address;
  const clean = cleanEmail(replyTo);
  const isOwn = address !== null && addressKey(address) === addressKey(clean);
  if (rule !== 'send_mail' && !isOwn) throw new MailNotAllowed();
  return clean;
}

const addressesOf = (recipients: readonly Recipient[]): string[] => recipients.map(({ address }) => address);

const of = (field: Recipient['field'], recipients: readonly Recipient[]): string[] =>
  recipients.filter((one) => one.field === field).map(({ address }) => address);

function refused(field: string, code: string, message: string): Error {
  return new Validation({ errors: [{ field, code, message }] });
}
