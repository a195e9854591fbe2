import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { Keys } from '../../../../core/kernel/runtime';
import { domainOf, readMailbox } from '../mail-addresses';
import { mailSettings } from '../mail.settings';

const MAC_HEX = 20;
const REPORTED = /^b\+([0-9a-f]{32})\.([0-9a-f]{20})$/i;

/** The addresses that reports come back to: each is of one delivery, and nobody else can make one. */
@Injectable()
export class ReturnPaths {
  /** Of reports and of inbound routes. */
  readonly domain: string;
  private readonly key: Buffer;
  private readonly plain: string;
  private readonly isHeard: boolean;

  constructor(keys: Keys, @Inject(CONFIG) config: Config) {
    const { bounceDomain, listen } = settingsOf(config, mailSettings);
    this.plain = readMailbox(config.mailFrom).address;
    this.domain = bounceDomain || domainOf(this.plain);
    this.isHeard = listen !== null || bounceDomain !== '';
    this.key = keys.derive('mail.return-paths');
  }

  /** The envelope's sender: MAIL_FROM where nobody listens for reports. */
  of(deliveryId: string): { from: string; reportId: string | null } {
    if (!this.isHeard) return { from: this.plain, reportId: null };
    const hex = deliveryId.replaceAll('-', '');
    return { from: `b+${hex}.${this.macOf(hex)}@${this.domain}`, reportId: deliveryId };
  }

  /** The delivery that an address is of; null for one that we have not made. */
  read(address: string): string | null {
    const at = address.lastIndexOf('@');
    if (domainOf(address) !== this.domain) return null;
    const [, hex, mac] = REPORTED.exec(address.slice(0, at)) ?? [];
    if (hex === undefined) return null;
    const [given, own] = [Buffer.from(mac.toLowerCase()), Buffer.from(this.macOf(hex.toLowerCase()))];
    if (!timingSafeEqual(given, own)) return null;
    return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private macOf(hex: string): string {
    return createHmac('sha256', this.key).update(hex).digest('hex').slice(0, MAC_HEX);
  }
}
