import { Injectable } from '@nestjs/common';
import { Conditions, Database } from '../../../../core/data/database';
import { UsersService } from '../../../identity/users';
import { ClassroomsService } from '../classrooms/classrooms.service';
import { ClassroomReportDto, OverviewDto, ReportGroupDto, ReportSlice, TranscriptDto } from './dto/report.dto';
import { ClassroomNotFound, StudentNotFound } from '../school.errors';
import { TermsService } from '../terms/terms.service';
import { mayActAs, onlyVisible, transcriptsOf, Actor } from '../visibility';
import { classroomReportQuery, overviewQuery, transcriptQuery } from './report-queries';

type ClassroomRow = Omit<ClassroomReportDto, 'term' | 'asOf' | 'classroomId' | 'classroomName' | 'distribution'> & {
  buckets: number[];
};
/** What a student's grades come to. */
export type TranscriptRow = Pick<TranscriptDto, 'count' | 'mean' | 'lines'>;
type OverviewRow = Omit<OverviewDto, 'term' | 'asOf'>;

interface Student {
  readonly id: string;
  readonly studentName: string;
  /** Whether the caller sees a part of their grades alone. */
  readonly partial: boolean;
}

const BUCKET = 10;

/** What the grades come to, computed by one statement each. Whose grades, `visibility` says. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly classrooms: ClassroomsService,
    private readonly terms: TermsService,
  ) {}

  /** To its teacher, and with `manage_school`. @throws ClassroomNotFound also for another teacher's, TermNotFound */
  async classroom(user: Actor, id: string, slice: ReportSlice): Promise<ClassroomReportDto> {
    const name = await this.needClassroom(user, id);
    const head = await this.headOf(slice);
    const sql = classroomReportQuery(user, id, slice);
    const [{ buckets, byStudent, ...row }] = await this.db.query<ClassroomRow>(sql);
    const names = await this.users.namesOf(byStudent.map((one) => one.id as string));
    return {
      ...head,
      classroomId: id,
      classroomName: name,
      ...row,
      distribution: buckets.map((count, index) => ({ from: index * BUCKET, to: (index + 1) * BUCKET, count })),
      byStudent: byStudent.map((one) => ({ ...one, name: names.get(one.id as string) ?? '' })).sort(byName),
    };
  }

  /** Its name, to whom its report is shown. @throws ClassroomNotFound */
  async needClassroom(user: Actor, id: string): Promise<string> {
    const { name, teacherId } = await this.classrooms.byId(id);
    if (!mayActAs(user, teacherId)) throw new ClassroomNotFound();
    return name;
  }

  /**
   * All of their own to a student and with `manage_school`; to a teacher the part of their classrooms.
   * @throws StudentNotFound, TermNotFound
   */
  async transcript(user: Actor, id: string, slice: ReportSlice): Promise<TranscriptDto> {
    const own = transcriptsOf(user);
    if (own === null || own === id) return this.wholeTranscript(id, slice);
    const studentName = await this.nameOf(id);
    const query = new Conditions().always('e.student_id = ?::uuid', id);
    onlyVisible(query, user, 'e');
    const known = query.statement('reports.student', `SELECT 1 FROM enrollments e WHERE ${query.where} LIMIT 1`);
    if ((await this.db.query(known)).length === 0) throw new StudentNotFound();
    return this.readTranscript(user, { id, studentName, partial: true }, slice);
  }

  /** Whoever asks. @throws StudentNotFound, TermNotFound */
  async wholeTranscript(id: string, slice: ReportSlice): Promise<TranscriptDto> {
    return this.readTranscript(null, { id, studentName: await this.nameOf(id), partial: false }, slice);
  }

  /** What all of a student's grades come to, whoever asks and whoever it was. */
  async figuresOf(studentId: string, slice: ReportSlice): Promise<TranscriptRow> {
    const sql = transcriptQuery(null, studentId, slice);
    return (await this.db.query<TranscriptRow>(sql))[0];
  }

  /** The whole school's. @throws TermNotFound */
  async overview(slice: ReportSlice): Promise<OverviewDto> {
    const head = await this.headOf(slice);
    const sql = overviewQuery(slice);
    const [row] = await this.db.query<OverviewRow>(sql);
    return { ...head, ...row };
  }

  private async readTranscript(user: Actor | null, student: Student, slice: ReportSlice): Promise<TranscriptDto> {
    const { id: studentId, studentName, partial } = student;
    const head = await this.headOf(slice);
    const sql = transcriptQuery(user, studentId, slice);
    const [row] = await this.db.query<TranscriptRow>(sql);
    return { ...head, studentId, studentName, partial, ...row, issue: null };
  }

  private async nameOf(id: string): Promise<string> {
    const student = await this.users.findById(id);
    if (!student?.roles.includes('student')) throw new StudentNotFound();
    return student.fullName;
  }

  /** What a report says of itself. @throws TermNotFound */
  async headOf({ termId, asOf }: ReportSlice): Promise<{ term: string | null; asOf: Date | null }> {
    return { term: termId ? await this.terms.nameOf(termId) : null, asOf: asOf ?? null };
  }
}

const byName = (a: ReportGroupDto, b: ReportGroupDto): number => a.name.localeCompare(b.name, 'en');
