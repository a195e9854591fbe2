import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Cache } from '../../../../core/data/cache';
import { Database, onConstraint, statement } from '../../../../core/data/database';
import { codecOf, Page, pageOf } from '../../../../core/web/dto';
import { Validation } from '../../../../core/kernel/errors';
import { assertMatch } from '../../../../core/web/http';
import { newId } from '../../../../core/kernel/runtime';
import { UsersService } from '../../../identity/users';
import { Resources, Rights } from '../../../platform/sharing';
import {
  ClassroomDto,
  ClassroomQuery,
  CreateClassroomInput,
  toClassroomDto,
  UpdateClassroomInput,
} from './dto/classroom.dto';
import { Classroom } from './entities/classroom.entity';
import { CapacityTooSmall, ClassroomNameTaken, ClassroomNotEmpty, ClassroomNotFound } from '../school.errors';
import { ClassroomPeople, SchoolHooks } from '../school.hooks';
import { writerOf } from '../visibility';
import { CLASSROOM_COLUMNS, CLASSROOM_ORDER, classroomPageQuery } from './classroom-list';

const TTL_MS = 300_000;
const tagOf = (id: string): string => `classroom:${id}`;

const BY_IDS = statement(
  'classrooms.by-ids',
  `SELECT ${CLASSROOM_COLUMNS} FROM classrooms WHERE id = ANY ($1::uuid[])`,
);
const LOCK = `SELECT ${CLASSROOM_COLUMNS} FROM classrooms WHERE id = $1 AND ($2::uuid IS NULL OR teacher_id = $2)`;
const FOR_UPDATE = statement('classrooms.lock', `${LOCK} FOR UPDATE`);
const FOR_SHARE = statement('classrooms.hold', `${LOCK} FOR SHARE`);
const ENROLLED = statement(
  'classrooms.enrolled',
  'SELECT count(*)::int AS enrolled FROM enrollments WHERE classroom_id = $1 AND withdrawn_on IS NULL',
);
const PEOPLE = `SELECT c.id, c.name, c.teacher_id AS "teacherId", ARRAY(
    SELECT student_id FROM enrollments e WHERE e.classroom_id = c.id AND e.withdrawn_on IS NULL
  ) AS "studentIds" FROM classrooms c WHERE $1::uuid[] IS NULL OR c.id = ANY ($1) ORDER BY c.id`;
const WAS_USED = `SELECT 1 WHERE EXISTS (SELECT 1 FROM enrollments WHERE classroom_id = $1)
  OR EXISTS (SELECT 1 FROM grades WHERE classroom_id = $1)`;

/** Classrooms. Who may see that they are there say their resources; what is in them is a matter of `visibility`. */
@Injectable()
export class ClassroomsService {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly hooks: SchoolHooks,
    private readonly rights: Rights,
    private readonly resources: Resources,
  ) {}

  /** What the caller may see, by name. @throws Validation for a broken cursor */
  async list(user: Principal, query: ClassroomQuery): Promise<Page<ClassroomDto>> {
    const sql = classroomPageQuery(this.rights, user, query);
    const rows = await this.db.query<Classroom>(sql);
    return pageOf(rows, query.limit, toClassroomDto, CLASSROOM_ORDER.cursorOf);
  }

  /** @throws ClassroomNotFound also for one that the caller may not see */
  async seenById(user: Principal, id: string): Promise<ClassroomDto> {
    await this.resources.get(user, id, 'view', { type: 'classroom', missing: ClassroomNotFound });
    return this.byId(id);
  }

  /** Whoever asks. @throws ClassroomNotFound */
  async byId(id: string): Promise<ClassroomDto> {
    const classroom = await this.cache.get({
      codec: codecOf(ClassroomDto),
      key: `classroom:${id}`,
      tags: [tagOf(id)],
      ttlMs: TTL_MS,
      load: async () => (await this.byIds([id]))[0],
    });
    if (!classroom) throw new ClassroomNotFound();
    return classroom;
  }

  /** In the order of the ids; null for one that is not there. */
  async byIds(ids: readonly string[]): Promise<(ClassroomDto | null)[]> {
    const rows = await this.db.query<Classroom>(BY_IDS, [ids]);
    const byId = new Map(rows.map((row) => [row.id, toClassroomDto(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** @throws Validation for who is no teacher, ClassroomNameTaken */
  create(input: CreateClassroomInput): Promise<ClassroomDto> {
    return this.db.transaction(async () => {
      await this.needTeacher(input.teacherId);
      const { name, gradeLevel, teacherId, capacity = null } = input;
      const classroom = this.db.repo(Classroom).create({ id: newId(), name, gradeLevel, teacherId, capacity });
      await this.db.repo(Classroom).insert(classroom).catch(onConstraint('uq_classrooms_name', ClassroomNameTaken));
      await this.needTeacher(teacherId); // again: whoever erases or deactivates the account has been waited for
      await this.changed('created', classroom.id, { teacher_id: teacherId });
      return toClassroomDto(classroom);
    });
  }

  /** Replaces all that a client can write; what is left out gets its default. @throws as `update` */
  replace(id: string, input: CreateClassroomInput, ifMatch?: string): Promise<ClassroomDto> {
    return this.update(id, { ...input, capacity: input.capacity ?? null }, ifMatch);
  }

  /**
   * Changes what is given. A teacher who loses it loses sight of its grades and students with the answer.
   * @throws ClassroomNotFound, Validation, ClassroomNameTaken, CapacityTooSmall, PreconditionFailed
   */
  update(id: string, input: UpdateClassroomInput, ifMatch?: string): Promise<ClassroomDto> {
    return this.db.transaction(async () => {
      const classroom = await this.lock(id);
      assertMatch(ifMatch, ClassroomDto, toClassroomDto(classroom));
      const before = wire(classroom);
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      Object.assign(classroom, given);
      if (classroom.teacherId !== before.teacher_id) await this.needTeacher(classroom.teacherId);
      await this.needRoom(classroom);
      const saved = await this.db
        .repo(Classroom)
        .save(classroom)
        .catch(onConstraint('uq_classrooms_name', ClassroomNameTaken));
      if (classroom.teacherId !== before.teacher_id) await this.needTeacher(classroom.teacherId); // as in `create`
      await this.changed('updated', id, { old: before, new: wire(classroom) });
      return toClassroomDto(saved);
    });
  }

  /** Deletes one that nobody was ever in. @throws ClassroomNotFound, ClassroomNotEmpty */
  remove(id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.lock(id);
      if ((await this.db.query(WAS_USED, [id])).length > 0) throw new ClassroomNotEmpty();
      await this.db.execute('DELETE FROM classrooms WHERE id = $1', [id]);
      await this.changed('deleted', id);
    });
  }

  /**
   * Locks the classroom for who may write in it: until the transaction ends nobody else comes, goes or is graded.
   * @throws ClassroomNotFound also for another teacher's, Forbidden for who is no teacher
   */
  async lockFor(user: Principal, id: string): Promise<Classroom> {
    return this.lock(id, writerOf(user));
  }

  /** The same beside others who do so: its teacher and its students stay. @throws as `lockFor` */
  async holdFor(user: Principal, id: string): Promise<Classroom> {
    const [row] = await this.db.query<Classroom>(FOR_SHARE, [id, writerOf(user)]);
    if (!row) throw new ClassroomNotFound();
    return row;
  }

  /** Who belongs to these classrooms now. @param ids null for all */
  peopleOf(ids: readonly string[] | null): Promise<ClassroomPeople[]> {
    return this.db.query<ClassroomPeople & { id: string }>(PEOPLE, [ids]);
  }

  /** How many are enrolled now. */
  async enrolled(id: string): Promise<number> {
    const [{ enrolled }] = await this.db.query<{ enrolled: number }>(ENROLLED, [id]);
    return enrolled;
  }

  private async lock(id: string, teacherId: string | null = null): Promise<Classroom> {
    const [row] = await this.db.query<Classroom>(FOR_UPDATE, [id, teacherId]);
    if (!row) throw new ClassroomNotFound();
    return this.db.repo(Classroom).create(row);
  }

  private async needRoom({ id, capacity }: Classroom): Promise<void> {
    if (capacity === null) return;
    const enrolled = await this.enrolled(id);
    if (enrolled > capacity) throw new CapacityTooSmall({ enrolled });
  }

  private async needTeacher(id: string): Promise<void> {
    const user = await this.users.findById(id);
    if (user?.isActive && user.roles.includes('teacher')) return;
    throw new Validation({ errors: [{ field: 'teacher_id', code: 'teacher', message: 'must be an active teacher' }] });
  }

  private async changed(what: string, id: string, facts: Record<string, unknown> = {}): Promise<void> {
    this.db.afterCommit(() => this.cache.invalidate(tagOf(id)));
    await this.audit.record({ action: `school.classroom-${what}`, target: `classroom:${id}`, facts });
    await this.hooks.classroomsChanged(id);
  }
}

const wire = ({ name, gradeLevel, teacherId, capacity }: Classroom) => {
  return { name, grade_level: gradeLevel, teacher_id: teacherId, capacity };
};
