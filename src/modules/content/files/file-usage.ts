import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Database, statement } from '../../../core/data/database';
import { newId } from '../../../core/kernel/runtime';
import type { FileUsageDto } from './dto/file.dto';
import { QuotaExceeded } from './files.errors';

const OPEN = statement(
  'files.usage-open',
  'INSERT INTO file_usage (id, user_id) VALUES ($1, $2) ON CONFLICT (user_id) DO NOTHING',
);
const TAKE = statement(
  'files.usage-take',
  `UPDATE file_usage SET used_bytes = used_bytes + $2, updated_at = now()
   WHERE user_id = $1 AND used_bytes + $2 <= $3`,
);
const RELEASE = statement(
  'files.usage-release',
  'UPDATE file_usage SET used_bytes = used_bytes - $2, updated_at = now() WHERE user_id = $1',
);
const USED = statement('files.usage-of', 'SELECT used_bytes AS bytes FROM file_usage WHERE user_id = $1');

/** The quota: of several uploads at once the row of the user lets in those that fit. All within the open transaction. */
@Injectable()
export class FileUsages {
  private readonly quotaBytes: number;
  private readonly maxFileBytes: number;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) { fileQuotaBytes, maxFileBytes }: Config,
  ) {
    this.quotaBytes = fileQuotaBytes;
    this.maxFileBytes = maxFileBytes;
  }

  /** @throws QuotaExceeded */
  async take(userId: string, bytes: number): Promise<void> {
    await this.db.execute(OPEN, [newId(), userId]);
    const taken = await this.db.execute(TAKE, [userId, bytes, this.quotaBytes]);
    if (taken === 0) throw new QuotaExceeded({ quotaBytes: this.quotaBytes });
  }

  async of({ userId }: Principal): Promise<FileUsageDto> {
    const [row] = await this.db.query<{ bytes: string }>(USED, [userId]);
    return { usedBytes: Number(row?.bytes ?? 0), quotaBytes: this.quotaBytes, maxFileBytes: this.maxFileBytes };
  }

  async release(userId: string, bytes: number): Promise<void> {
    await this.db.execute(RELEASE, [userId, bytes]);
  }
}
