import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const EXPORT = `SELECT g.id, g.name, g.owner_id = $1 AS is_mine FROM groups g
  WHERE g.owner_id = $1 OR EXISTS (SELECT FROM group_members m WHERE m.group_id = g.id AND m.user_id = $1) ORDER BY g.id`;

/** Somebody's memberships. Groups that they made stay, for their members. */
@Injectable()
export class GroupsPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute('DELETE FROM group_members WHERE user_id = $1', [userId]);
    await this.db.execute('UPDATE groups SET owner_id = NULL, updated_at = now() WHERE owner_id = $1', [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { groups: await this.db.query(EXPORT, [userId]) };
  }
}
