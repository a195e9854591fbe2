import { Injectable } from '@nestjs/common';
import { Cache } from '../../../../core/data/cache';
import { Database } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import { textKey } from '../../../../core/kernel/text';
import { UsersInBulk } from '../../../identity/users';
import { ClassroomRow } from './dto/transfer.dto';
import { SchoolHooks } from '../school.hooks';
import type { Importer, ImportRun, Placed } from './import-run';

const BATCH = 1000;

interface Known {
  key: string;
  id: string;
  name: string;
  gradeLevel: number;
  teacherId: string;
  capacity: number | null;
  enrolled: number;
}

type Values = Pick<Known, 'id' | 'name' | 'gradeLevel' | 'teacherId' | 'capacity'>;

const LOCK = `SELECT given AS key, c.id, c.name, c.grade_level AS "gradeLevel", c.teacher_id AS "teacherId", c.capacity,
    (SELECT count(*)::int FROM enrollments e WHERE e.classroom_id = c.id AND e.withdrawn_on IS NULL) AS enrolled
  FROM unnest($1::text[]) AS given JOIN classrooms c ON text_key(c.name) = text_key(given) AND c.duplicate_no = 0 ORDER BY c.id FOR UPDATE OF c`;
const ROWS = `jsonb_to_recordset($1::jsonb)
  AS row (id uuid, name text, "gradeLevel" int, "teacherId" uuid, capacity int)`;
const INSERT = `INSERT INTO classrooms (id, name, grade_level, teacher_id, capacity)
  SELECT id, name, "gradeLevel", "teacherId", capacity FROM ${ROWS} ON CONFLICT DO NOTHING RETURNING id`;
const UPDATE = `UPDATE classrooms SET name = row.name, grade_level = row."gradeLevel", teacher_id = row."teacherId",
    capacity = row.capacity, updated_at = now() FROM ${ROWS} WHERE classrooms.id = row.id`;
const PAGE = `SELECT id, name, grade_level AS "gradeLevel", teacher_id AS "teacherId", capacity FROM classrooms
  WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT ${BATCH}`;

/** Classrooms by their name; a row says all of one, so an empty capacity means any number. */
@Injectable()
export class ClassroomsImporter implements Importer<ClassroomRow> {
  readonly row = ClassroomRow;

  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly users: UsersInBulk,
    private readonly hooks: SchoolHooks,
  ) {}

  async write(rows: readonly Placed<ClassroomRow>[], run: ImportRun): Promise<void> {
    const teachers = await this.users.byEmails(rows.map(({ value }) => value.teacherEmail));
    const found = await this.db.query<Known>(LOCK, [[...new Set(rows.map(({ value }) => value.name))]]);
    const byName = new Map(found.map((one) => [one.key, one]));
    const made: (Values & { line: number })[] = [];
    const changed: Values[] = [];
    for (const { line, value } of rows) {
      const { name, gradeLevel, capacity = null } = value;
      const known = byName.get(name);
      const teacher = teachers.get(value.teacherEmail);
      if (!run.isFirst(line, 'name', textKey(name))) continue;
      const isTeacher = Boolean(teacher?.isActive && teacher.roles.includes('teacher'));
      if (!teacher || (teacher.id !== known?.teacherId && !isTeacher)) {
        run.refuse(line, 'teacher_email', 'teacher', 'must be the address of an active teacher');
      } else if (!known) {
        made.push({ line, id: newId(), name, gradeLevel, teacherId: teacher.id, capacity });
      } else if (capacity !== null && capacity < known.enrolled) {
        run.refuse(line, 'capacity', 'capacity_too_small', `there are ${known.enrolled} students in it`);
      } else {
        const values = { id: known.id, name, gradeLevel, teacherId: teacher.id, capacity };
        if (isChanged(known, values)) changed.push(values);
      }
    }
    if (made.length > 0) await this.add(made, run);
    if (changed.length > 0) await this.change(changed);
    await this.hooks.classroomsChanged(...[...made, ...changed].map(({ id }) => id));
    run.created += made.length;
    run.updated += changed.length;
  }

  async *read(): AsyncGenerator<ClassroomRow[]> {
    let last: string | null = null;
    for (;;) {
      const page: Values[] = await this.db.query<Values>(PAGE, [last]);
      if (page.length === 0) return;
      last = page[page.length - 1].id;
      const emails = await this.users.emailsOf(page.map(({ teacherId }) => teacherId));
      yield page.map(({ name, gradeLevel, teacherId, capacity }) => {
        return { name, gradeLevel, teacherEmail: emails.get(teacherId) ?? '', capacity: capacity ?? undefined };
      });
    }
  }

  private async add(made: readonly (Values & { line: number })[], run: ImportRun): Promise<void> {
    const kept = await this.db.query<{ id: string }>(INSERT, [JSON.stringify(made)]);
    const ids = new Set(kept.map(({ id }) => id));
    for (const { line } of made.filter(({ id }) => !ids.has(id))) {
      run.refuse(line, 'name', 'duplicate', 'was made by somebody else at this moment');
    }
  }

  private async change(changed: readonly Values[]): Promise<void> {
    await this.db.execute(UPDATE, [JSON.stringify(changed)]);
    this.db.afterCommit(() => this.cache.invalidate(...changed.map(({ id }) => `classroom:${id}`)));
  }
}

function isChanged(known: Known, values: Values): boolean {
  return (['name', 'gradeLevel', 'teacherId', 'capacity'] as const).some((field) => known[field] !== values[field]);
}
