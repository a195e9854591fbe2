import { PublicAddress } from '../../../core/web/http';
import { Injectable, StreamableFile } from '@nestjs/common';
import { API_PREFIX, Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { currentContext } from '../../../core/kernel/context/context';
import { Database, statement } from '../../../core/data/database';
import type { AskedBytes, ReadConditions } from '../../../core/web/http';
import { fingerprint, Keys, newId, newSecret, same, sha256 } from '../../../core/kernel/runtime';
import { FileRow, ShareDto, ShareInput } from './dto/file.dto';
import { BY_ID } from './file-rows';
import { FileNotFound, ShareNotFound } from './files.errors';
import { FilesService } from './files.service';

const SIGNATURE_BYTES = 12;
const READER_BYTES = 16;

interface FoundShare {
  readonly fileId: string;
  readonly isUnspent: boolean;
  readonly hasWhole: boolean;
  readonly hasParts: boolean;
}

const ADD = statement(
  'files.share',
  `INSERT INTO file_shares (id, file_id, secret_hash, expires_at, max_uses)
   VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5) RETURNING expires_at AS "expiresAt"`,
);
const VALID = 'secret_hash = $1 AND expires_at > now()';
const UNSPENT = '(max_uses IS NULL OR uses < max_uses)';
const USE = statement(
  'files.share-use',
  `UPDATE file_shares
      SET uses = uses + 1, updated_at = now(),
          readers = CASE WHEN max_uses IS NULL THEN readers ELSE array_append(readers, $2::bytea) END
    WHERE ${VALID} AND ${UNSPENT}`,
);
const LOOK = statement(
  'files.share-look',
  `SELECT file_id AS "fileId", ${UNSPENT} AS "isUnspent", $2::bytea = ANY (readers) AS "hasWhole", $3::bytea = ANY (readers) AS "hasParts"
     FROM file_shares WHERE ${VALID}`,
);
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
    private readonly addresses: PublicAddress,
    keys: Keys,
  ) {
    this.key = keys.derive('file share');
  }

  /** @throws FileNotFound, PermissionMissing */
  share(user: Principal, id: string, input: ShareInput): Promise<ShareDto> {
    return this.db.transaction(async () => {
      await this.files.row(user, id, 'edit');
      return this.shareAs(null, id, input);
    });
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
      return { url: this.addresses.urlOf(`/${API_PREFIX}/storage/shared/${token}`), expiresAt };
    });
  }

  /** All links to it stop working. @throws FileNotFound */
  revoke(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.files.row(user, id, 'edit');
      const links = await this.db.execute(REVOKE, [id]);
      await this.audit.record({ action: 'files.unshared', target: `file:${id}`, facts: { links } });
    });
  }

  /**
   * Counts as one use when it answers bytes. Who has used the link goes on reading parts for as long as it lasts: a player that began
   * by a range reads any range, a download that began as a whole what follows its beginning (ADR 31).
   * @throws ShareNotFound, PreconditionFailed, RangeNotSatisfiable, FileDamaged
   */
  async download(token: string, conditions: ReadConditions): Promise<StreamableFile | undefined> {
    const [secret, signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !same(signature, this.signatureOf(secret))) throw new ShareNotFound();
    const hash = sha256(secret);
    const readers = { whole: this.readerOf(token, 'whole'), parts: this.readerOf(token, 'parts') };
    const [found] = await this.db.query<FoundShare>(LOOK, [hash, readers.whole, readers.parts]);
    if (!found || !(found.isUnspent || found.hasWhole || found.hasParts)) throw new ShareNotFound();
    return this.files.downloadAnyones(found.fileId, conditions, async ({ from, isPart }: AskedBytes) => {
      if (isPart && (found.hasParts || (found.hasWhole && from > 0))) return;
      if ((await this.db.execute(USE, [hash, isPart ? readers.parts : readers.whole])) === 0) throw new ShareNotFound();
    });
  }

  /** Who reads, by address and program; kept as a fingerprint that tells neither. */
  private readerOf(token: string, how: 'whole' | 'parts'): Buffer {
    const { clientIp, userAgent } = currentContext();
    const text = JSON.stringify([token, clientIp, userAgent, how]);
    return fingerprint(this.key, text).subarray(0, READER_BYTES);
  }

  private async need(id: string, ownerId: string | null): Promise<void> {
    const [file] = await this.db.query<FileRow>(BY_ID, [id]);
    if (!file || (ownerId !== null && file.ownerId !== ownerId)) throw new FileNotFound();
  }

  private signatureOf(secret: string): string {
    return fingerprint(this.key, secret).subarray(0, SIGNATURE_BYTES).toString('base64url');
  }
}
