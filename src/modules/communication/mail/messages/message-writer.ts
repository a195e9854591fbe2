import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { findContext } from '../../../../core/kernel/context/context';
import { newId } from '../../../../core/kernel/runtime';
import { DeliveryNudge } from '../deliveries/delivery-nudge';
import { domainOf, Mailbox } from '../mail-addresses';
import { MailCategory, priorityOf } from '../mail-categories';
import type { RecipientField } from './entities/mail-delivery.entity';
import type { MailKind } from './entities/mail-message.entity';
import { MailVault } from './mail-vault';

/** What a mail shows; sealed as JSON. Whoever reads it finds fields of later releases too. */
export interface MailContent {
  readonly from: Mailbox;
  readonly replyTo: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** In the order of their bytes in `mail_attachments`. */
  readonly attachments: readonly AttachmentHead[];
  /** Of a letter that a program has written (RFC 3834). */
  readonly isAutomatic: boolean;
  /** As it came by SMTP, whole, in place of all the above but for `from`; its bytes are the first attachment. */
  readonly isRaw?: true;
}

export interface AttachmentHead {
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

export interface Recipient {
  readonly field: RecipientField;
  readonly address: string;
}

/** A mail that is let through. */
export interface NewMessage {
  /** Made here when absent. */
  readonly id?: string;
  readonly kind: MailKind;
  readonly senderId: string | null;
  readonly category: MailCategory;
  readonly template: string | null;
  readonly templateVersion?: number | null;
  readonly content: MailContent;
  readonly attachments?: readonly Buffer[];
  readonly recipients: readonly Recipient[];
  readonly isSeparate?: boolean;
  readonly gate: string;
  readonly at: Date;
  readonly sendAt?: Date | null;
  readonly expiresAt: Date;
}

/** For turns among senders: letters of the application take theirs together. */
const APPLICATION = '00000000-0000-0000-0000-000000000000';

/** $1 to $14 the message, $15 to $19 its deliveries: ids, fields, addresses, keys, domains; $20 sender of the turn, $21 priority. */
const WRITE = statement(
  'mail.write',
  `WITH message AS (
     INSERT INTO mail_messages (id, created_at, kind, sender_id, category, template, template_version, content, is_separate, recipients,
       gate, request_id, send_at, expires_at)
     VALUES ($1::uuid, $2::timestamptz, $3, $4::uuid, $5, $6, $7::int, $8::bytea, $9::boolean, $10::int, $11, $12, $13::timestamptz, $14::timestamptz)
     ON CONFLICT (id) DO NOTHING RETURNING id
   )
   INSERT INTO mail_deliveries (id, message_id, created_at, field, address, address_key, domain, sender_key, priority, due_at)
   SELECT r.id, message.id, $2::timestamptz, r.field, r.address, r.address_key, r.domain, $20::uuid, $21::smallint,
     coalesce($13::timestamptz, now())
   FROM message, unnest($15::uuid[], $16::text[], $17::bytea[], $18::bytea[], $19::text[]) AS r (id, field, address, address_key, domain)`,
);
const ATTACH = statement(
  'mail.attach',
  `INSERT INTO mail_attachments (message_id, position, content)
   SELECT $1::uuid, n - 1, content FROM unnest($2::bytea[]) WITH ORDINALITY AS given (content, n)`,
);

/** Stores mails with a delivery for each recipient, in the caller's transaction. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly db: Database,
    private readonly vault: MailVault,
    private readonly nudge: DeliveryNudge,
  ) {}

  /**
   * One statement, sent with the commit, and one more for attachments. Without effect where a mail has the id already.
   * @returns the id of the message, and of its deliveries in the order of the recipients @throws Error without a transaction
   */
  async write(message: NewMessage): Promise<{ id: string; deliveryIds: string[] }> {
    if (!this.db.inTransaction) throw new Error('A mail needs a transaction');
    const { id = newId(), recipients, attachments = [], senderId, at } = message;
    const deliveryIds = recipients.map((_, n) => (n === 0 ? id : newId()));
    await this.db.executeAtCommit(WRITE, [
      ...[id, at, message.kind, senderId, message.category, message.template, message.templateVersion ?? null],
      this.vault.seal(JSON.stringify(message.content)),
      ...[message.isSeparate ?? false, recipients.length, message.gate, findContext()?.requestId ?? null],
      ...[message.sendAt ?? null, message.expiresAt],
      ...[deliveryIds, recipients.map(({ field }) => field)],
      recipients.map(({ address }) => this.vault.seal(address)),
      recipients.map(({ address }) => this.vault.keyOf(address)),
      recipients.map(({ address }) => domainOf(address)),
      ...[senderId ?? APPLICATION, priorityOf(message.category)],
    ]);
    if (attachments.length > 0) {
      await this.db.executeAtCommit(ATTACH, [id, attachments.map((bytes) => this.vault.sealBytes(bytes))]);
    }
    this.db.afterCommit(() => this.nudge.deliveries());
    return { id, deliveryIds };
  }
}
