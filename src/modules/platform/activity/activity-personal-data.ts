import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const EXPORT = `SELECT a.id, a.act, r.type AS resource_type, a.resource_id, a.title, a.facts, a.created_at
  FROM activity_entries a JOIN resources r ON r.id = a.resource_id WHERE a.actor_id = $1 ORDER BY a.id`;

/** What somebody did. The entries stay, for those who share the resource, and tell no longer who it was. */
@Injectable()
export class ActivityPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute('UPDATE activity_entries SET actor_id = NULL, updated_at = now() WHERE actor_id = $1', [
      userId,
    ]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { activity: await this.db.query(EXPORT, [userId]) };
  }
}
