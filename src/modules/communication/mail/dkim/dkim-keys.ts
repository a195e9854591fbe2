import { createPrivateKey, createPublicKey, generateKeyPair, KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import type { KeyAlgorithm } from '../domains/entities/mail-domain-key.entity';
import { MailVault } from '../messages/mail-vault';
import type { DkimKey } from './signature';

/** How long an instance may not know of a new key. A key signs only mails that are accepted later than that. */
const KNOWN_MS = 2000;

/** Of the domain and of those above it, the nearest first. */
const ACTIVE = statement(
  'mail-domain-keys.active',
  `SELECT d.domain, k.id, k.selector, k.algorithm, k.private_key AS sealed, k.activated_at AS "activatedAt"
   FROM mail_domains d JOIN mail_domain_keys k ON k.domain_id = d.id
   WHERE d.domain = ANY ($1::text[]) AND k.activated_at IS NOT NULL ORDER BY length(d.domain) DESC, k.activated_at DESC`,
);

interface ActiveKey {
  readonly domain: string;
  readonly id: string;
  readonly selector: string;
  readonly algorithm: KeyAlgorithm;
  readonly sealed: Buffer;
  readonly activatedAt: Date;
}

const generate = promisify(generateKeyPair);

/** A pair as it is kept. */
export interface NewKey {
  readonly pem: string;
  /** As the DNS shows it: of RSA the whole key, of Ed25519 its 32 bytes (RFC 8463 section 4). */
  readonly publicKey: string;
}

export async function newKey(algorithm: KeyAlgorithm): Promise<NewKey> {
  const { privateKey } =
    algorithm === 'rsa'
      ? await generate('rsa', { modulusLength: 2048 })
      : ((await generate('ed25519', {})) as { privateKey: KeyObject });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = (algorithm === 'rsa' ? der : der.subarray(-32)).toString('base64');
  return { pem: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, publicKey };
}

/** The keys that sign, remembered for a moment. */
@Injectable()
export class DkimKeys {
  private readonly known = new Map<string, { atMs: number; keys: Promise<ActiveKey[]> }>();
  private readonly opened = new Map<string, KeyObject>();

  constructor(
    private readonly db: Database,
    private readonly vault: MailVault,
  ) {}

  /** For a mail from this domain, accepted then: one of each algorithm, the same at every attempt. */
  async signing(domain: string, at: Date): Promise<DkimKey[]> {
    const active = (await this.activeOf(domain)).filter(({ activatedAt }) => activatedAt <= at);
    const nearest = active.filter((key) => key.domain === active[0].domain);
    const newest = new Map<KeyAlgorithm, ActiveKey>();
    for (const key of nearest) if (!newest.has(key.algorithm)) newest.set(key.algorithm, key);
    return [...newest.values()].flatMap((key) => this.open(key) ?? []);
  }

  private activeOf(domain: string): Promise<ActiveKey[]> {
    const nowMs = performance.now();
    const found = this.known.get(domain);
    if (found && nowMs - found.atMs < KNOWN_MS) return found.keys;
    const keys = this.db.query<ActiveKey & Record<string, unknown>>(ACTIVE, [withParents(domain)]);
    if (this.known.size > 100) this.known.clear();
    this.known.set(domain, { atMs: nowMs, keys });
    keys.catch(() => this.known.delete(domain));
    return keys;
  }

  /** null where SECRET_KEY is another one by now. */
  private open({ id, sealed, domain, selector, algorithm }: ActiveKey): DkimKey | null {
    let privateKey = this.opened.get(id);
    if (!privateKey) {
      const pem = this.vault.read(sealed);
      if (pem === null) return null;
      this.opened.set(id, (privateKey = createPrivateKey(pem)));
    }
    return { domain, selector, algorithm, privateKey };
  }
}

function withParents(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, n) => labels.slice(n).join('.'));
}
