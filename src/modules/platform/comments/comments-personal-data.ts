import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const EXPORT = `SELECT c.id, r.type AS resource_type, c.resource_id, r.title, c.parent_id, c.body, c.anchor, c.edited_at, c.created_at
  FROM comments c JOIN resources r ON r.id = c.resource_id WHERE c.author_id = $1 ORDER BY c.id`;

/** What somebody has said. It stays, for those who share the resource, and tells no longer who it was. */
@Injectable()
export class CommentsPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute('UPDATE comments SET author_id = NULL, updated_at = now() WHERE author_id = $1', [userId]);
    await this.db.execute('UPDATE comments SET resolved_by = NULL, updated_at = now() WHERE resolved_by = $1', [
      userId,
    ]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { comments: await this.db.query(EXPORT, [userId]) };
  }
}
