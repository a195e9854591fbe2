import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Database } from '../../../../core/data/database';
import { DkimKeys } from '../dkim/dkim-keys';
import { signed } from '../dkim/signature';
import { domainOf, readMailbox } from '../mail-addresses';
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
  private readonly returnPath: string;

  constructor(
    private readonly db: Database,
    private readonly vault: MailVault,
    private readonly keys: DkimKeys,
    private readonly tokens: UnsubscribeTokens,
    @Inject(CONFIG) config: Config,
  ) {
    this.returnPath = readMailbox(config.mailFrom).address;
  }

  /** null when it was sealed by a SECRET_KEY that is no more. */
  async build(delivery: ClaimedDelivery): Promise<BuiltMail | null> {
    const opened = this.open(delivery);
    if (!opened) return null;
    const { content, address } = opened;
    const { id, messageId, isSeparate, createdAt, category } = delivery;
    const attachments = content.attachments.length > 0 ? await this.attachmentsOf(messageId) : [];
    const headers = isBulk(category) ? (this.tokens.headersOf(id, { address, category }) ?? []) : [];
    const composed = await compose({
      ...{ messageId, deliveryId: id, address, isSeparate, at: createdAt, content, attachments, headers },
    });
    const bytes = signed(composed, await this.keys.signing(domainOf(content.from.address), createdAt), createdAt);
    return { envelope: { from: this.returnPath, to: address, reportId: null }, bytes };
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
