import { Resolver } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { mailSettings } from '../mail.settings';

const LIMITS = { timeout: 2000, tries: 2 };
const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

/** Looks names up where DNS_SERVERS says. */
@Injectable()
export class Dns {
  private readonly servers: readonly string[];

  constructor(@Inject(CONFIG) config: Config) {
    this.servers = settingsOf(config, mailSettings).dnsServers;
  }

  /** The texts of a name, each whole; none where there is no such name. @throws what the server says, or that it says nothing */
  async txt(name: string): Promise<string[]> {
    return (await this.ask((resolver) => resolver.resolveTxt(name))).map((parts) => parts.join(''));
  }

  /** The mail servers of a domain, the preferred first. @throws as `txt` */
  async mx(name: string): Promise<string[]> {
    const found = await this.ask((resolver) => resolver.resolveMx(name));
    return found.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
  }

  private async ask<T>(question: (resolver: Resolver) => Promise<T[]>): Promise<T[]> {
    const resolver = new Resolver(LIMITS);
    if (this.servers.length > 0) resolver.setServers([...this.servers]);
    try {
      return await question(resolver);
    } catch (error) {
      if (NOTHING.has((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  }
}
