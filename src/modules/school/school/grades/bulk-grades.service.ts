import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { ClassroomsService } from '../classrooms/classrooms.service';
import { BulkGradeResultDto, BulkGradesDto, BulkGradesInput, GradeRow } from './dto/grade.dto';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import { GradesRecorded } from '../school.events';
import { TermsService } from '../terms/terms.service';
import { planBulk, PlannedRow } from './bulk-plan';
import { GradeBook } from './grade-book';
import { GRADE_COLUMNS } from './grade-reads';

const OF_ASSESSMENT = statement(
  'grades.of-assessment',
  `SELECT ${GRADE_COLUMNS} FROM grades g WHERE classroom_id = $1 AND student_id = ANY ($2::uuid[]) AND term_id = $3
     AND subject = $4 AND assessment = $5 AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
);

/** Grading a whole classroom by one call. */
@Injectable()
export class BulkGradesService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly classrooms: ClassroomsService,
    private readonly enrollments: EnrollmentsService,
    private readonly terms: TermsService,
    private readonly book: GradeBook,
  ) {}

  /**
   * A result for each row: one that is refused keeps no other from being written. All in one transaction, under the lock of
   * the classroom.
   * @throws Forbidden, ClassroomNotFound also for another teacher's, TermNotFound, NoOpenTerm, TermClosed
   */
  record(user: Principal, classroomId: string, input: BulkGradesInput): Promise<BulkGradesDto> {
    const studentIds = input.grades.map(({ studentId }) => studentId);
    return this.db.transaction(async () => {
      await this.classrooms.lockFor(user, classroomId);
      const { id: termId } = await this.terms.holdOpen(input.termId);
      const enrolled = await this.enrollments.enrolledAmong(classroomId, studentIds);
      const found = await this.db.query<GradeRow>(OF_ASSESSMENT, [
        classroomId,
        studentIds,
        termId,
        input.subject,
        input.assessment ?? null,
      ]);
      const plan = planBulk(input, enrolled, new Map(found.map((row) => [row.studentId, row])));
      const hand = { actorId: user.userId, reason: input.reason };
      const created = await this.book.add(
        plan.flatMap((row) =>
          row.kind === 'create' ? [{ studentId: row.studentId, classroomId, termId, ...row.value }] : [],
        ),
        hand,
      );
      const changed = await this.book.change(
        plan.flatMap((row) => (row.kind === 'change' ? [{ id: row.id, ...row.value }] : [])),
        hand,
      );
      await this.tell(classroomId, input, created, changed);
      const ids = new Map(created.map(({ studentId, id }) => [studentId, id]));
      return { results: plan.map((row) => toResult(row, ids)) };
    });
  }

  private async tell(classroomId: string, input: BulkGradesInput, created: GradeRow[], changed: GradeRow[]) {
    const { subject, assessment = null } = input;
    const facts = { subject, assessment, created: created.length, updated: changed.length };
    await this.audit.record({ action: 'school.grades-recorded', target: `classroom:${classroomId}`, facts });
    const grades = [...created, ...changed].map(({ id, studentId }) => ({ gradeId: id, studentId }));
    if (grades.length > 0) await this.events.emit(new GradesRecorded(classroomId, grades));
  }
}

function toResult(row: PlannedRow, created: ReadonlyMap<string, string>): BulkGradeResultDto {
  const { studentId } = row;
  switch (row.kind) {
    case 'create':
      return { studentId, status: 'created', gradeId: created.get(studentId) ?? null, code: null };
    case 'change':
      return { studentId, status: 'updated', gradeId: row.id, code: null };
    case 'keep':
      return { studentId, status: 'unchanged', gradeId: row.id, code: null };
    case 'refuse':
      return { studentId, status: 'refused', gradeId: null, code: row.code };
  }
}
