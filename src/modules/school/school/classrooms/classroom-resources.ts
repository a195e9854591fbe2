import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { EVERYONE, GroupRule, GroupsService, ruleKey } from '../../../identity/groups';
import { ResourceKind, Resources } from '../../../platform/sharing';
import { SchoolHooks } from '../school.hooks';
import { SchoolPermission } from '../school.permissions';

const ENROLLED = 'withdrawn_on IS NULL';

/** The group `classroom:{id}`: its teacher, and the students who are in it now. */
export const CLASSROOM_GROUPS: GroupRule = {
  kind: 'classroom',
  groupsOf: (user) =>
    `SELECT classroom_id FROM enrollments WHERE student_id = ${user} AND ${ENROLLED} UNION ALL SELECT id FROM classrooms WHERE teacher_id = ${user}`,
  membersOf: (group) =>
    `SELECT student_id FROM enrollments WHERE classroom_id = ${group} AND ${ENROLLED} UNION SELECT teacher_id FROM classrooms WHERE id = ${group}`,
  groups: 'SELECT id, name FROM classrooms',
};

interface Difference {
  readonly id: string;
  readonly name: string | null;
  readonly teacherId: string | null;
  readonly isKnown: boolean;
  readonly hasOwner: boolean;
}

const DIFFERENCES = statement(
  'classrooms.differences',
  `SELECT given.id, c.name, c.teacher_id AS "teacherId", r.id IS NOT NULL AS "isKnown", coalesce(r.owner_id = c.teacher_id, false) AS "hasOwner"
   FROM unnest($1::uuid[]) AS given(id) LEFT JOIN classrooms c ON c.id = given.id LEFT JOIN resources r ON r.id = given.id
   WHERE c.id IS NULL AND r.id IS NOT NULL OR c.id IS NOT NULL AND (r.id IS NULL OR r.title <> c.name OR r.owner_id <> c.teacher_id)`,
);

/** Classrooms as resources of their teachers. Everyone may see that they are there, and who is in one may comment. */
@Injectable()
export class ClassroomResources implements ResourceKind, OnModuleInit {
  readonly type = 'classroom';
  readonly managedBy = SchoolPermission.Manage;

  constructor(
    private readonly db: Database,
    private readonly hooks: SchoolHooks,
    private readonly resources: Resources,
    private readonly groups: GroupsService,
  ) {}

  onModuleInit(): void {
    this.hooks.onClassroomsChanged((ids) => this.register(ids));
  }

  /** Brings the register up to what these classrooms are now. In the transaction that changes them. */
  async register(ids: readonly string[]): Promise<void> {
    const differences = await this.db.query<Difference & Record<string, unknown>>(DIFFERENCES, [ids]);
    for (const { id, name, teacherId, isKnown, hasOwner } of differences) {
      if (name === null || teacherId === null) await this.forget(id);
      else if (!isKnown) await this.add(id, name, teacherId);
      else {
        if (!hasOwner) await this.resources.setOwner(id, teacherId);
        await this.resources.change(null, id, { title: name });
      }
    }
  }

  /** Nobody throws a classroom away: what was ever used stays for the grades. */
  async purge(): Promise<void> {
    // Never called, since no route puts one into the trash.
  }

  private async add(id: string, title: string, ownerId: string): Promise<void> {
    await this.resources.register({ id, type: this.type, ownerId, title, url: `/api/v1/classrooms/${id}` });
    await this.resources.grant(id, ruleKey(EVERYONE), 'view');
    await this.resources.grant(id, id, 'comment');
  }

  private async forget(id: string): Promise<void> {
    await this.groups.deleted(id);
    await this.resources.remove(null, [id]);
  }
}
