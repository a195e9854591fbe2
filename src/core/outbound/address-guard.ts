import { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, LookupFunction } from 'node:net';
import { AddressKind, kindOf } from './addresses';

/** Who is to be spoken to lies where nobody may be spoken to. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';

  constructor(hostname: string) {
    super(`${hostname} has no address that may be called`);
  }
}

export type Resolver = (hostname: string) => Promise<LookupAddress[]>;

const resolveAll: Resolver = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * Decides to which addresses a client may connect, and hands on those it has looked at, so that no second answer of the DNS
 * comes in between. Hosts that the operator's configuration names may be on loopback and private networks; any other,
 * which a document of theirs has named, only in public or where they are themselves. Link-local and other special
 * addresses, among them the metadata services of clouds, only where the configuration has the address itself.
 */
export class AddressGuard {
  private readonly named: ReadonlySet<string>;

  /** @param named hosts of the configuration, as URLs have them */
  constructor(
    named: readonly string[],
    private readonly resolver: Resolver = resolveAll,
  ) {
    this.named = new Set(named.map(bare));
  }

  /** For `net.connect` and all that is built on it, which ask it about names but not about addresses. */
  readonly lookup: LookupFunction = (hostname, options, done) => {
    this.resolve(hostname).then(
      (found) => {
        const suiting = found.filter(({ family }) => !options.family || family === familyOf(options.family));
        if (options.all) done(null, suiting);
        else if (suiting.length > 0) done(null, suiting[0].address, suiting[0].family);
        else done(new AddressRefused(hostname), '');
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };

  /** The addresses of a host that may be connected to, one at least. @throws AddressRefused, and what the DNS says */
  async resolve(hostname: string): Promise<LookupAddress[]> {
    const host = bare(hostname);
    const family = isIP(host);
    const found = family > 0 ? [{ address: host, family }] : await this.resolver(host);
    const kinds = await this.kindsOf(host, found);
    const allowed = found.filter(({ address }) => kinds.has(kindOf(address)));
    if (allowed.length === 0) throw new AddressRefused(hostname);
    return allowed;
  }

  private async kindsOf(host: string, found: readonly LookupAddress[]): Promise<ReadonlySet<AddressKind>> {
    if (this.named.has(host)) return new Set(isIP(host) ? [kindOf(host)] : ['public', 'loopback', 'private']);
    const isPublic = found.every(({ address }) => kindOf(address) === 'public');
    return new Set<AddressKind>(['public', ...(isPublic ? [] : await this.homes())]);
  }

  /** Where those are that were named. */
  private async homes(): Promise<AddressKind[]> {
    const found = await Promise.all(
      [...this.named].map((host) =>
        isIP(host) ? Promise.resolve([{ address: host }]) : this.resolver(host).catch(() => []),
      ),
    );
    return found.flat().map(({ address }) => kindOf(address)).filter((kind) => kind !== 'special'); // prettier-ignore
  }
}

/** As the resolver wants it: without the brackets that URLs put around IPv6. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

function familyOf(family: number | string): number {
  return family === 'IPv4' || family === 4 ? 4 : 6;
}
