import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { demoId, SeededRandom } from '../../../core/kernel/runtime/random';
import { Clock } from '../../../core/kernel/runtime';
import { UsersService } from '../../identity/users';
import { ClassroomResources } from './classrooms/classroom-resources';
import { Classroom } from './classrooms/entities/classroom.entity';
import { Enrollment } from './enrollments/entities/enrollment.entity';
import { SchoolTerm } from './terms/entities/school-term.entity';
import { demoGrades, demoTerms, FIRST_NAMES, FAMILY_NAMES } from './demo-school';

const TEACHERS = 6;
const CLASSROOMS = 10;
const PLACES = 24;
const CAPACITY = 30;

const INSERT_GRADES = 'INSERT INTO grades SELECT * FROM json_populate_recordset(NULL::grades, $1::json)';
const REMEMBER = `INSERT INTO grade_versions (grade_id, version, created_at, subject, assessment, score_hundredths,
    weight_hundredths, comments, deleted, actor_id, reason)
  SELECT g.id, 1, g.created_at, g.subject, g.assessment, g.score_hundredths, g.weight_hundredths, g.comments, false,
    c.teacher_id, ''
  FROM grades g JOIN classrooms c ON c.id = g.classroom_id`;

/** The demo's school: two terms, the first of them closed, and a year's grades. Written once, after the demo's people. */
@Injectable()
export class SchoolDemo {
  private readonly random = new SeededRandom('school');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly resources: ClassroomResources,
  ) {}

  async fill(): Promise<void> {
    if ((await this.db.query('SELECT 1 FROM classrooms LIMIT 1')).length > 0) return;
    const terms = demoTerms(this.clock.now());
    const teacherIds = await this.people('teacher', TEACHERS);
    const studentIds = await this.people('student', CLASSROOMS * PLACES);
    await this.db.transaction(async () => {
      await this.db.repo(SchoolTerm).insert(terms.map(({ closesAt: _, ...term }) => term));
      const classrooms = Array.from({ length: CLASSROOMS }, (_, n) => ({
        id: demoId('classroom', n),
        name: `${5 + Math.floor(n / 2)}${n % 2 ? 'b' : 'a'}`,
        gradeLevel: 5 + Math.floor(n / 2),
        teacherId: teacherIds[n % TEACHERS],
        capacity: CAPACITY,
      }));
      await this.db.repo(Classroom).insert(classrooms);
      await this.resources.register(classrooms.map(({ id }) => id));
      const enrollments = studentIds.map((studentId, n) => ({
        id: demoId('enrollment', n),
        classroomId: classrooms[n % CLASSROOMS].id,
        studentId,
        enrolledOn: terms[0].startsOn,
      }));
      await this.db.repo(Enrollment).insert(enrollments);
      const grades = demoGrades(this.random, this.clock.now(), terms, enrollments);
      await this.db.execute(INSERT_GRADES, [JSON.stringify(grades)]);
      await this.db.execute(REMEMBER);
      await this.db.execute('UPDATE school_terms SET closed_at = $2 WHERE id = $1', [terms[0].id, terms[0].closesAt]);
    });
  }

  /** The demo's one of this role, and as many new ones as are missing; they have no password. */
  private async people(role: string, count: number): Promise<string[]> {
    const known = await this.users.findByLogin(role);
    const ids = known ? [known.id] : [];
    const made = Array.from({ length: count - ids.length }, (_, n) => {
      const [first, family] = [this.random.pick(FIRST_NAMES), this.random.pick(FAMILY_NAMES)];
      return {
        id: demoId(role, n),
        email: `${role}${n + 1}@demo.example`,
        username: null,
        fullName: `${first} ${family}`,
        roles: [role],
        emailVerified: true,
      };
    });
    await this.users.createMany(made);
    return [...ids, ...made.map(({ id }) => id)];
  }
}
