import { Injectable, OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Database, statement } from '../../../core/data/database';
import { currentContext } from '../../../core/kernel/context/context';
import { Clock, fingerprint, isId, Keys, same, sha256 } from '../../../core/kernel/runtime';
import { cleanPassword } from '../../../core/kernel/text';
import { Authentication } from '../../../core/web/access';
import { RateLimiter } from '../../../core/web/limits';
import { PasswordHashes } from '../../identity/auth';
import type { OpenedLinkDto, OpenLinkInput } from './dto/link.dto';
import { permissionOf } from './levels';
import { LinkNotFound, LinkPassword } from './sharing.errors';

const LASTS_S = 900;
/** Passwords of one link from one address. */
const TRIES = { limit: 10, windowMs: 600_000 };

interface FoundLink {
  readonly visitorId: string;
  readonly level: number;
  readonly passwordHash: string | null;
  readonly resourceId: string;
  readonly resourceType: string;
  readonly title: string;
  readonly leftS: number | null;
}

const FIND = statement(
  'links.find',
  `SELECT s.principal_id AS "visitorId", s.level, s.password_hash AS "passwordHash", r.id AS "resourceId", r.type AS "resourceType", r.title,
     floor(extract(epoch FROM s.expires_at - now()))::int AS "leftS"
   FROM shares s JOIN resources r ON r.id = s.resource_id
   WHERE s.token_hash = $1 AND (s.expires_at IS NULL OR s.expires_at > now()) AND r.trashed_at IS NULL`,
);

/**
 * Links: who has the address, and the password where there is one, gets a token of a quarter of an hour. The token names a
 * share, so what it is good for is a matter of the rights at every request, and a link that has ended gives none.
 */
@Injectable()
export class LinksService implements OnModuleInit {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    private readonly hashes: PasswordHashes,
    private readonly limiter: RateLimiter,
    private readonly authentication: Authentication,
    private readonly audit: Audit,
    private readonly clock: Clock,
    keys: Keys,
  ) {
    this.key = keys.derive('link token');
  }

  onModuleInit(): void {
    this.authentication.useLinks({ identify: (token) => this.identify(token) });
  }

  /** @throws LinkNotFound for one that is unknown, ended or revoked, LinkPassword, RateLimited after ten wrong passwords */
  async open(token: string, { password }: OpenLinkInput): Promise<OpenedLinkDto> {
    const [link] = await this.db.query<FoundLink & Record<string, unknown>>(FIND, [sha256(token)]);
    if (!link) throw new LinkNotFound();
    if (link.passwordHash !== null) await this.assertPassword(link, link.passwordHash, password);
    const expiresIn = Math.max(1, Math.min(LASTS_S, link.leftS ?? LASTS_S));
    const { resourceId, resourceType, title } = link;
    const linkToken = this.tokenOf(link.visitorId, Math.floor(this.clock.nowMs() / 1000) + expiresIn);
    return { linkToken, expiresIn, resourceType, resourceId, title, permission: permissionOf(link.level) };
  }

  /** The visitor of a token; null when it is none of ours or too old. */
  identify(token: string): string | null {
    const [id, until, signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !isId(id) || !same(signature, this.signatureOf(id, until))) return null;
    return Number(until) * 1000 > this.clock.nowMs() ? id : null;
  }

  private async assertPassword(link: FoundLink, hash: string, password: string | undefined): Promise<void> {
    if (password === undefined) throw new LinkPassword();
    // Counted before it is looked at, so that guesses at once are no more than guesses one after another.
    const { clientIp } = currentContext();
    await this.limiter.admitOne(`link:${link.visitorId}:${clientIp}`, TRIES);
    if (await this.hashes.verify(hash, cleanPassword(password))) return;
    await this.audit.recordFailure({
      action: 'sharing.link-refused',
      target: `${link.resourceType}:${link.resourceId}`,
    });
    throw new LinkPassword();
  }

  private tokenOf(id: string, untilS: number): string {
    return `${id}.${untilS}.${this.signatureOf(id, String(untilS))}`;
  }

  private signatureOf(id: string, until: string): string {
    return fingerprint(this.key, `${id}.${until}`).toString('base64url');
  }
}
