import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Events } from '../../../core/data/events';
import { Invariants, noDuplicates } from '../../../core/data/invariants';
import { MailService } from '../../communication/mail';
import { UsersService } from '../../identity/users';
import { ClassroomsService } from './classrooms/classrooms.service';
import { EnrollmentsService } from './enrollments/enrollments.service';
import { HasClassrooms } from './school.errors';
import { GradesRecorded } from './school.events';
import { TranscriptsService } from './transcripts/transcripts.service';
import { TutorshipsService } from './tutorships/tutorships.service';

const CLASSROOM_OF = 'SELECT 1 FROM classrooms WHERE teacher_id = $1 LIMIT 1';
const EXPORT_ENROLLMENTS = `SELECT c.name AS classroom, e.enrolled_on::text, e.withdrawn_on::text
  FROM enrollments e JOIN classrooms c ON c.id = e.classroom_id WHERE e.student_id = $1 ORDER BY e.id DESC`;
const EXPORT_GRADES = `SELECT g.id, c.name AS classroom, t.name AS term, g.subject, g.assessment,
    g.score_hundredths / 100.0::float8 AS score, g.weight_hundredths / 100.0::float8 AS weight, g.comments, g.created_at, g.updated_at
  FROM grades g JOIN classrooms c ON c.id = g.classroom_id JOIN school_terms t ON t.id = g.term_id
  WHERE g.student_id = $1 AND g.deleted_at IS NULL ORDER BY g.id DESC`;
const GRADES = `SELECT id, subject, assessment FROM grades WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL ORDER BY id`;

const TWICE_ENROLLED = `SELECT 'classroom:' || classroom_id AS subject,
    format('Student %s is in it %s times.', student_id, count(*)) AS detail
  FROM enrollments WHERE withdrawn_on IS NULL GROUP BY classroom_id, student_id HAVING count(*) > 1`;
const OVER_CAPACITY = `SELECT 'classroom:' || c.id AS subject,
    format('%s students in %s places.', count(*), c.capacity) AS detail
  FROM classrooms c JOIN enrollments e ON e.classroom_id = c.id AND e.withdrawn_on IS NULL
  GROUP BY c.id HAVING count(*) > c.capacity`;
const FORGOTTEN = `SELECT 'grade:' || g.id AS subject,
    format('Version %s is %s, its history ends with %s: %s.', g.version, g.score_hundredths, v.version, v.score_hundredths) AS detail
  FROM grades g LEFT JOIN LATERAL (
    SELECT * FROM grade_versions WHERE grade_id = g.id ORDER BY version DESC LIMIT 1
  ) v ON true
  WHERE (v.version, v.created_at, v.subject, v.assessment, v.score_hundredths, v.weight_hundredths, v.comments, v.deleted)
    IS DISTINCT FROM (g.version, g.updated_at, g.subject, g.assessment, g.score_hundredths, g.weight_hundredths,
      g.comments, g.deleted_at IS NOT NULL)`;
const GAPS = `SELECT 'grade:' || grade_id AS subject, format('%s versions up to number %s.', count(*), max(version)) AS detail
  FROM grade_versions GROUP BY grade_id HAVING count(*) <> max(version)`;
const AFTER_CLOSING = `SELECT 'grade:' || g.id AS subject, format('Written at %s, the term was closed at %s.', g.updated_at, t.closed_at)
    AS detail
  FROM grades g JOIN school_terms t ON t.id = g.term_id WHERE g.updated_at > t.closed_at`;
const FORGED = `SELECT 'transcript:' || id AS subject, 'Says something else than what was signed.' AS detail
  FROM school_transcripts WHERE content <> '' AND encode(sha256(convert_to(content, 'UTF8')), 'hex') <> content_hash`;

/** What the school means to others: mails to students, what is kept of a person, what must always hold. */
@Injectable()
export class SchoolListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly classrooms: ClassroomsService,
    private readonly enrollments: EnrollmentsService,
    private readonly transcripts: TranscriptsService,
    private readonly tutorships: TutorshipsService,
    private readonly invariants: Invariants,
  ) {}

  onModuleInit(): void {
    this.events.on(GradesRecorded, 'school.mail-grades', (event) => this.tellStudents(event));
    this.users.beforeErase((userId) => this.refuseTeaching(userId));
    this.users.onErase((userId) => this.enrollments.withdrawEverywhere(userId));
    this.users.onErase((userId) => this.transcripts.empty(userId));
    this.users.onErase((userId) => this.tutorships.endAll(userId));
    this.users.onExport('enrollments', (userId) => this.db.query(EXPORT_ENROLLMENTS, [userId]));
    this.users.onExport('grades', (userId) => this.db.query(EXPORT_GRADES, [userId]));
    this.users.onExport('tutorships', (userId) => this.tutorships.exportOf(userId));
    this.users.onExport('transcripts', (userId) => this.transcripts.exportOf(userId));
    this.invariants.register('school.grades', { table: 'grades', violations: FORGOTTEN });
    this.invariants.register('school.grade-history', { table: 'grade_versions', violations: GAPS });
    this.invariants.register('school.closed-terms', { table: 'grades', violations: AFTER_CLOSING });
    this.invariants.register('school.enrolled-once', { table: 'enrollments', violations: TWICE_ENROLLED });
    this.invariants.register('school.transcripts', { table: 'school_transcripts', violations: FORGED });
    this.invariants.register('school.term-names', noDuplicates('term', 'school_terms', 'name'));
    this.invariants.register('school.classroom-names', noDuplicates('classroom', 'classrooms', 'name'));
    this.invariants.register('school.capacity', { table: 'classrooms', violations: OVER_CAPACITY });
  }

  /** One mail to each student, whatever the number of their grades. */
  private async tellStudents({ classroomId, grades }: GradesRecorded): Promise<void> {
    const [classroom] = await this.classrooms.byIds([classroomId]);
    const rows = await this.db.query<GradeLine>(GRADES, [grades.map(({ gradeId }) => gradeId)]);
    for (const studentId of new Set(grades.map((grade) => grade.studentId))) {
      const user = await this.users.findById(studentId);
      const own = new Set(grades.filter((grade) => grade.studentId === studentId).map(({ gradeId }) => gradeId));
      const lines = rows.filter(({ id }) => own.has(id)).map(lineOf);
      if (!classroom || !user?.isActive || lines.length === 0) continue;
      await this.mails.send({
        to: user.email,
        template: 'grades-recorded',
        values: { fullName: user.fullName, classroom: classroom.name, lines },
      });
    }
  }

  private async refuseTeaching(userId: string): Promise<void> {
    if ((await this.db.query(CLASSROOM_OF, [userId])).length > 0) throw new HasClassrooms();
  }
}

interface GradeLine {
  readonly id: string;
  readonly subject: string;
  readonly assessment: string | null;
}

const lineOf = ({ subject, assessment }: GradeLine): string => [subject, assessment].filter(Boolean).join(': ');
