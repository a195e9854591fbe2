import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../../../core/web/http';
import { API_PREFIX } from '../../../../core/web/access';
import { MailVault } from '../messages/mail-vault';

/** Who wants nothing more of what. */
export interface Unsubscription {
  readonly address: string;
  readonly category: string;
}

/** The links by which recipients unsubscribe. All they need is in them, sealed: they work for ever. */
@Injectable()
export class UnsubscribeTokens {
  constructor(
    private readonly vault: MailVault,
    private readonly addresses: PublicAddress,
  ) {}

  /** Of RFC 2369 and RFC 8058; the same for the same delivery. @returns null where PUBLIC_URL is no https, which the two ask for */
  headersOf(deliveryId: string, unsubscription: Unsubscription): [string, string][] | null {
    const token = this.vault
      .sealAlike(`unsubscribe ${deliveryId}`, JSON.stringify(unsubscription))
      .toString('base64url');
    const url = this.addresses.urlOf(`/${API_PREFIX}/mail/unsubscribe/${token}`);
    if (!url.startsWith('https:')) return null;
    return [
      ['List-Unsubscribe', `<${url}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ];
  }

  /** null for what is none of ours. */
  read(token: string): Unsubscription | null {
    try {
      return JSON.parse(this.vault.open(Buffer.from(token, 'base64url'))) as Unsubscription;
    } catch {
      return null;
    }
  }
}
