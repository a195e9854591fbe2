import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { ReturnPaths } from '../bounces/return-paths';
import { DkimKeys } from '../dkim/dkim-keys';
import { signed } from '../dkim/signature';
import { domainOf } from '../mail-addresses';
import { isBulk } from '../mail-categories';
import type { MailContent } from '../messages/message-writer';
import { MailVault } from '../messages/mail-vault';
import { UnsubscribeTokens } from '../suppressions/unsubscribe-tokens';
import type { ClaimedDelivery } from './claimed-delivery';
import { compose } from './compose';
import { ATTACHMENTS } from './delivery.statements';
import type { Envelope } from './mail-transport';

/** A mail as it is handed to the mail server. */
export interface BuiltMail {
  readonly envelope: Envelope;
  readonly bytes: Buffer;
}

/** Opens what is sealed and writes the message down. */
@Injectable()
export class MessageBuilder {
  constructor(
    private readonly db: Database,
    private readonly vault: MailVault,
    private readonly keys: DkimKeys,
    private readonly tokens: UnsubscribeTokens,
    private readonly paths: ReturnPaths,
  ) {}

  /** null when it was sealed by a SECRET_KEY that is no more. */
  async build(delivery: ClaimedDelivery): Promise<BuiltMail | null> {
    const opened = this.open(delivery);
    if (!opened) return null;
    const { content, address } = opened;
    const { id, messageId, isSeparate, createdAt, category } = delivery;
    const hasBytes = content.isRaw || content.attachments.length > 0;
    const attachments = hasBytes ? await this.attachmentsOf(messageId) : [];
    const headers = isBulk(category) ? (this.tokens.headersOf(id, { address, category }) ?? []) : [];
    const mail = { messageId, deliveryId: id, address, isSeparate, at: createdAt, content, attachments, headers };
    const composed = content.isRaw ? attachments[0] : await compose(mail);
    const bytes = signed(composed, await this.keys.signing(domainOf(content.from.address), createdAt), createdAt);
    return { envelope: { ...this.paths.of(id), to: address }, bytes };
  }

  private open({ content, address }: ClaimedDelivery): { content: MailContent; address: string } | null {
    try {
      return { content: JSON.parse(this.vault.open(content)) as MailContent, address: this.vault.open(address) };
    } catch {
      return null;
    }
  }

  private async attachmentsOf(messageId: string): Promise<Buffer[]> {
    const rows = await this.db.query<{ content: Buffer }>(ATTACHMENTS, [messageId]);
    return rows.map(({ content }) => this.vault.openBytes(content));
  }
}
