import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, defineLock, onConstraints, statement } from '../../../../core/data/database';
import { Page } from '../../../../core/web/dto';
import { newId } from '../../../../core/kernel/runtime';
import { Passwords } from '../passwords/passwords';
import { IdentityDto, toIdentityDto } from './dto/oidc.dto';
import type { ExternalIdentity } from './entities/external-identity.entity';
import type { Identity } from './identity';
import { IdentityNotFound, IdentityTaken, LastLoginMethod, ProviderAlreadyLinked } from './oidc.errors';

/** Who comes with the same identity at once comes one after the other. */
const LOCK = defineLock('identity');
const OWNER = statement(
  'identities.owner',
  'SELECT user_id AS "userId" FROM external_identities WHERE issuer = $1 AND subject = $2',
);
const USE = statement(
  'identities.use',
  `UPDATE external_identities SET last_used_at = now(), email = $3, updated_at = now()
   WHERE issuer = $1 AND subject = $2 RETURNING user_id AS "userId"`,
);
const ADD = statement(
  'identities.add',
  'INSERT INTO external_identities (id, user_id, provider, issuer, subject, email) VALUES ($1, $2, $3, $4, $5, $6)',
);
const LIST = statement(
  'identities.list',
  `SELECT id, provider, email, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM external_identities
   WHERE user_id = $1 ORDER BY id`,
);
/** All of the user's, so that two who remove at once do not each count on what the other removes. */
const HOLD = statement(
  'identities.hold',
  'SELECT id, provider FROM external_identities WHERE user_id = $1 ORDER BY id FOR UPDATE',
);
const REMOVE = statement('identities.remove', 'DELETE FROM external_identities WHERE id = $1');

/** Which identities at providers log in to which account. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
  ) {}

  /** All of mine, the oldest first: at most one for each provider. */
  async list({ userId }: Principal): Promise<Page<IdentityDto>> {
    const items = (await this.db.query<ExternalIdentity>(LIST, [userId])).map(toIdentityDto);
    return { items, count: items.length, nextCursor: null };
  }

  /** It logs nobody in any more; sessions stay. @throws IdentityNotFound also for somebody else's, LastLoginMethod */
  remove({ userId }: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const all = await this.db.query<ExternalIdentity>(HOLD, [userId]);
      const identity = all.find((one) => one.id === id);
      if (!identity) throw new IdentityNotFound();
      if (all.length === 1 && !(await this.passwords.has(userId))) throw new LastLoginMethod();
      await this.db.execute(REMOVE, [id]);
      const { provider } = identity;
      await this.audit.record({ action: 'auth.identity-removed', target: `user:${userId}`, facts: { provider } });
    });
  }

  /** Whose it is, who has just come with it; null when it is nobody's, and then until the open transaction ends. */
  async use({ issuer, subject, email }: Identity): Promise<string | null> {
    await LOCK.acquire(this.db, `${issuer} ${subject}`);
    const [row] = await this.db.query<{ userId: string }>(USE, [issuer, subject, email]);
    return row?.userId ?? null;
  }

  /**
   * Gives it to the user within the open transaction; without effect when it is theirs.
   * @throws IdentityTaken, ProviderAlreadyLinked
   */
  async add(userId: string, provider: string, { issuer, subject, email }: Identity): Promise<void> {
    await LOCK.acquire(this.db, `${issuer} ${subject}`);
    const [owner] = await this.db.query<{ userId: string }>(OWNER, [issuer, subject]);
    if (owner?.userId === userId) return;
    if (owner) throw new IdentityTaken();
    await this.db
      .execute(ADD, [newId(), userId, provider, issuer, subject, email])
      .catch(onConstraints({ uq_external_identities_provider: ProviderAlreadyLinked }));
    await this.audit.record({
      action: 'auth.identity-linked',
      actorId: userId,
      target: `user:${userId}`,
      facts: { provider },
    });
  }
}
