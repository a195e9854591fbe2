import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { API_PREFIX, Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Database, statement } from '../../../core/data/database';
import type { ReadConditions } from '../../../core/web/http';
import { fingerprint, Keys, newId, newSecret, same, sha256 } from '../../../core/kernel/runtime';
import { ShareDto, ShareInput } from './dto/file.dto';
import { BY_ID } from './file-rows';
import { FileNotFound, ShareNotFound } from './files.errors';
import { FilesService, ownerFor } from './files.service';

const SIGNATURE_BYTES = 12;

const ADD = statement(
  'files.share',
  `INSERT INTO file_shares (id, file_id, secret_hash, expires_at, max_uses)
   VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5) RETURNING expires_at AS "expiresAt"`,
);
const VALID = `secret_hash = $1 AND expires_at > now() AND (max_uses IS NULL OR uses < max_uses)`;
const USE = statement(
  'files.share-use',
  `UPDATE file_shares SET uses = uses + 1, updated_at = now() WHERE ${VALID} RETURNING file_id AS "fileId"`,
);
const LOOK = statement('files.share-look', `SELECT file_id AS "fileId" FROM file_shares WHERE ${VALID}`);
const REVOKE = statement('files.share-revoke', 'DELETE FROM file_shares WHERE file_id = $1');

/**
 * Links to files. A link is a random secret and its signature, by which a guess is refused without a look at the database;
 * the database has its hash, how long and how often it still works.
 */
@Injectable()
export class SharesService {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
    keys: Keys,
  ) {
    this.key = keys.derive('file share');
  }

  /** @throws FileNotFound */
  share(user: Principal, id: string, input: ShareInput): Promise<ShareDto> {
    return this.shareAs(ownerFor(user), id, input);
  }

  /** For other modules. @param ownerId null for anybody's file @throws FileNotFound */
  shareAs(ownerId: string | null, id: string, { expiresIn, maxUses }: ShareInput): Promise<ShareDto> {
    const secret = newSecret();
    return this.db.transaction(async () => {
      await this.need(id, ownerId);
      const values = [newId(), id, sha256(secret), expiresIn, maxUses ?? null];
      const [{ expiresAt }] = await this.db.query<{ expiresAt: Date }>(ADD, values);
      const facts = { expiresIn, maxUses: maxUses ?? null };
      await this.audit.record({ action: 'files.shared', target: `file:${id}`, facts });
      const token = `${secret}.${this.signatureOf(secret)}`;
      return { url: `${this.config.publicUrl}/${API_PREFIX}/storage/shared/${token}`, expiresAt };
    });
  }

  /** All links to it stop working. @throws FileNotFound */
  revoke(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.need(id, ownerFor(user));
      const links = await this.db.execute(REVOKE, [id]);
      await this.audit.record({ action: 'files.unshared', target: `file:${id}`, facts: { links } });
    });
  }

  /** Counts as one use, whichever part is asked for; a HEAD counts as none. @throws ShareNotFound, RangeNotSatisfiable, FileDamaged */
  async download(token: string, conditions: ReadConditions): Promise<StreamableFile | undefined> {
    const [secret, signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !same(signature, this.signatureOf(secret))) throw new ShareNotFound();
    const statement = conditions.headOnly ? LOOK : USE;
    const [found] = await this.db.query<{ fileId: string }>(statement, [sha256(secret)]);
    if (!found) throw new ShareNotFound();
    return this.files.downloadAnyones(found.fileId, conditions);
  }

  private async need(id: string, ownerId: string | null): Promise<void> {
    if ((await this.db.query(BY_ID, [id, ownerId])).length === 0) throw new FileNotFound();
  }

  private signatureOf(secret: string): string {
    return fingerprint(this.key, secret).subarray(0, SIGNATURE_BYTES).toString('base64url');
  }
}
