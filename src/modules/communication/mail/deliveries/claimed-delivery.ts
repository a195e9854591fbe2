import type { MailKind } from '../messages/entities/mail-message.entity';

/** A delivery that this process has taken, with what it sends. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly messageId: string;
  /** Sealed. */
  readonly address: Buffer;
  readonly domain: string;
  readonly attempts: number;
  readonly priority: number;
  readonly kind: MailKind;
  readonly senderId: string | null;
  readonly category: string;
  readonly template: string | null;
  /** Sealed JSON of `MailContent`. */
  readonly content: Buffer;
  readonly isSeparate: boolean;
  readonly createdAt: Date;
  readonly isExpired: boolean;
  readonly isSuppressed: boolean;
}
