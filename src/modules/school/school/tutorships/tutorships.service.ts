import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Database, onConstraint, statement } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import type { TutorInput, TutorshipDto } from './dto/tutorship.dto';
import { AlreadyTutored, TeacherNotFound, TutorshipNotFound } from '../school.errors';
import './entities/tutorship.entity';
import { TermsService } from '../terms/terms.service';
import { SchoolMembers } from '../school-members';

const COLUMNS = `id, teacher_id AS "teacherId", student_id AS "studentId", started_on::text AS "startedOn",
  ended_on::text AS "endedOn"`;
const ADD = statement(
  'tutorships.add',
  `INSERT INTO tutorships (id, teacher_id, student_id, started_on) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
);
const END = statement(
  'tutorships.end',
  `UPDATE tutorships SET ended_on = greatest($3::date, started_on), updated_at = now()
   WHERE teacher_id = $1 AND student_id = $2 AND ended_on IS NULL`,
);
const END_ALL = `UPDATE tutorships SET ended_on = greatest($2::date, started_on), updated_at = now()
  WHERE (teacher_id = $1 OR student_id = $1) AND ended_on IS NULL`;
const EXPORT = `SELECT teacher_id, student_id, started_on::text, ended_on::text FROM tutorships
  WHERE teacher_id = $1 OR student_id = $1 ORDER BY id DESC`;

const onTaken = onConstraint('uq_tutorships_active', AlreadyTutored);

/**
 * Teachers who look after students that need not be in a classroom of theirs: said by the school, where the other relation
 * follows from classrooms. While it lasts the tutor reads the student's grades and enrolments; it gives no right to write.
 */
@Injectable()
export class TutorshipsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly people: SchoolMembers,
    private readonly terms: TermsService,
  ) {}

  /** From today. @throws TeacherNotFound, Validation for who is no student, AlreadyTutored */
  begin(teacherId: string, { studentId }: TutorInput): Promise<TutorshipDto> {
    return this.db.transaction(async () => {
      if (!(await this.people.isTeacher(teacherId))) throw new TeacherNotFound();
      await this.people.needStudent(studentId);
      const values = [newId(), teacherId, studentId, this.terms.today()];
      const [row] = await this.db.query<TutorshipDto>(ADD, values).catch(onTaken);
      await this.record('begun', teacherId, studentId);
      return row;
    });
  }

  /** Today is the first day without; from when to when it lasted is kept. @throws TutorshipNotFound */
  end(teacherId: string, studentId: string): Promise<void> {
    return this.db.transaction(async () => {
      const ended = await this.db.execute(END, [teacherId, studentId, this.terms.today()]);
      if (ended === 0) throw new TutorshipNotFound();
      await this.record('ended', teacherId, studentId);
    });
  }

  /** Ends those of somebody whose account goes, on either side. */
  async endAll(userId: string): Promise<void> {
    await this.db.query(END_ALL, [userId, this.terms.today()]);
  }

  exportOf(userId: string): Promise<object[]> {
    return this.db.query(EXPORT, [userId]);
  }

  private record(what: string, teacherId: string, studentId: string): Promise<void> {
    const facts = { student_id: studentId };
    return this.audit.record({ action: `school.tutorship-${what}`, target: `user:${teacherId}`, facts });
  }
}
