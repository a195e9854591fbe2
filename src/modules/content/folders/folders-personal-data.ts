import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const EXPORT = `SELECT id, parent_id, name, is_trashed, created_at FROM folders WHERE owner_id = $1 ORDER BY id`;

/** Somebody's folders. They stay for what others have put into them. */
@Injectable()
export class FoldersPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async export(userId: string): Promise<Record<string, unknown>> {
    return { folders: await this.db.query(EXPORT, [userId]) };
  }
}
