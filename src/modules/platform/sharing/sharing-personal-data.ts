import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const EXPORT = `SELECT s.id, r.type AS resource_type, r.id AS resource_id, r.title, s.principal_type, s.level, s.expires_at,
    s.granted_by = $1 AS is_given, s.created_at
  FROM shares s JOIN resources r ON r.id = s.resource_id
  WHERE s.principal_type <> 'owner' AND (s.principal_id = $1 OR s.granted_by = $1) ORDER BY s.id`;

/** The rights that somebody has and has given. What they own the modules erase that keep it. */
@Injectable()
export class SharingPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute(`DELETE FROM shares WHERE principal_id = $1 AND principal_type = 'user'`, [userId]);
    await this.db.execute('UPDATE shares SET granted_by = NULL, updated_at = now() WHERE granted_by = $1', [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { shares: await this.db.query(EXPORT, [userId]) };
  }
}
