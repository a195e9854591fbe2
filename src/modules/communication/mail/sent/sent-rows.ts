import { Injectable } from '@nestjs/common';
import type { MailContent } from '../messages/message-writer';
import { MailVault } from '../messages/mail-vault';
import type { SentMailDetailDto, SentMailDto, SentMailRecipientDto } from './dto/sent-mail.dto';

/** A mail as it is read. */
export interface SentRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: string;
  readonly senderId: string | null;
  readonly category: string;
  readonly template: string | null;
  readonly templateVersion: number | null;
  /** Sealed. */
  readonly content: Buffer;
  readonly gate: string;
  readonly requestId: string | null;
  readonly sendAt: Date | null;
  readonly createdAt: Date;
  readonly isSeparate: boolean;
  readonly status: string;
  readonly recipients: readonly RecipientRow[];
}

/** From JSON: instants as text, the address sealed in base64. */
interface RecipientRow extends Omit<SentMailRecipientDto, 'to' | 'statusAt' | 'nextAttemptAt'> {
  readonly address: string;
  readonly statusAt: string;
  readonly dueAt: string;
}

/** Opens what is sealed for those who may read it. Letters of the application show nothing of what they say. */
@Injectable()
export class SentRows {
  constructor(private readonly vault: MailVault) {}

  toDto(row: SentRow): SentMailDto {
    const { id, kind, senderId, category, template, status, sendAt, createdAt, recipients } = row;
    return {
      ...{ id, kind, senderId, category, template, status, sendAt, createdAt },
      subject: this.contentOf(row)?.subject ?? null,
      recipients: recipients.map((one) => this.recipient(one)),
    };
  }

  toDetailDto(row: SentRow): SentMailDetailDto {
    const content = this.contentOf(row);
    return {
      ...this.toDto(row),
      body: content?.text ?? null,
      html: content?.html ?? null,
      replyTo: content?.replyTo ?? null,
      attachments: (content?.attachments ?? []).map(({ sizeBytes: size, ...head }) => ({ ...head, size })),
    };
  }

  addressOf(sealed: Buffer): string | null {
    try {
      return this.vault.open(sealed);
    } catch {
      return null;
    }
  }

  /** Of the header. */
  fromOf({ content }: SentRow): string {
    return this.open(content)?.from.address ?? 'localhost';
  }

  private contentOf({ kind, content }: SentRow): MailContent | null {
    return kind === 'system' ? null : this.open(content);
  }

  private open(content: Buffer): MailContent | null {
    try {
      return JSON.parse(this.vault.open(content)) as MailContent;
    } catch {
      return null;
    }
  }

  private recipient({ address, statusAt, dueAt, ...rest }: RecipientRow): SentMailRecipientDto {
    const { field, status, attempts, code, enhancedStatus, reason } = rest;
    const isWaiting = status === 'queued' || status === 'deferred';
    return {
      ...{ field, status, attempts, code, enhancedStatus, reason },
      to: this.addressOf(Buffer.from(address, 'base64')),
      statusAt: new Date(statusAt),
      nextAttemptAt: isWaiting ? new Date(dueAt) : null,
    };
  }
}
