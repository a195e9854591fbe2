import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/access';
import { Database, statement } from '../../../core/database';
import { UsersService } from '../../users';
import { ClassroomsService } from '../classrooms/classrooms.service';
import { ClassroomReportDto, OverviewDto, ReportGroupDto, ReportQuery, TranscriptDto } from '../dto/report.dto';
import { ClassroomNotFound, StudentNotFound } from '../school.errors';
import { mayActAs, sightOf } from '../visibility';
import { classroomReportQuery, overviewQuery, transcriptQuery } from './report-queries';

type ClassroomRow = Omit<ClassroomReportDto, 'classroomId' | 'classroomName' | 'distribution'> & { buckets: number[] };
type TranscriptRow = Pick<TranscriptDto, 'count' | 'mean' | 'lines'>;

const BUCKET = 10;

/** What the grades come to, computed by one statement each. Whose grades, `visibility` says. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly classrooms: ClassroomsService,
  ) {}

  /** To its teacher, and with `manage_school`. @throws ClassroomNotFound also for another teacher's */
  async classroom(user: Principal, id: string, slice: ReportQuery): Promise<ClassroomReportDto> {
    const { name, teacherId } = await this.classrooms.byId(id);
    if (!mayActAs(user, teacherId)) throw new ClassroomNotFound();
    const sql = classroomReportQuery(user, id, slice);
    const [{ buckets, byStudent, ...row }] = await this.db.query<ClassroomRow>(sql.statement, sql.values);
    const names = await this.users.namesOf(byStudent.map((one) => one.id as string));
    return {
      classroomId: id,
      classroomName: name,
      ...row,
      distribution: buckets.map((count, index) => ({ from: index * BUCKET, to: (index + 1) * BUCKET, count })),
      byStudent: byStudent.map((one) => ({ ...one, name: names.get(one.id as string) ?? '' })).sort(byName),
    };
  }

  /** All of their own to a student and with `manage_school`; to a teacher the part of their classrooms. @throws StudentNotFound */
  async transcript(user: Principal, id: string, slice: ReportQuery): Promise<TranscriptDto> {
    const student = await this.users.findById(id);
    if (!student?.roles.includes('student')) throw new StudentNotFound();
    const values: unknown[] = [id];
    const { shape, condition } = sightOf(user, 'e', (value) => `$${values.push(value)}`);
    const isWhole = shape === 'all' || user.userId === id;
    const known = `SELECT 1 FROM enrollments e WHERE e.student_id = $1 AND ${condition} LIMIT 1`;
    const seen = statement(`reports.student ${shape}`, known);
    if (!isWhole && (await this.db.query(seen, values)).length === 0) throw new StudentNotFound();
    const sql = transcriptQuery(user, id, slice);
    const [row] = await this.db.query<TranscriptRow>(sql.statement, sql.values);
    return { studentId: id, studentName: student.fullName, partial: !isWhole, ...row };
  }

  /** The whole school's. */
  async overview(slice: ReportQuery): Promise<OverviewDto> {
    const sql = overviewQuery(slice);
    return (await this.db.query<OverviewDto>(sql.statement, sql.values))[0];
  }
}

const byName = (a: ReportGroupDto, b: ReportGroupDto): number => a.name.localeCompare(b.name, 'en');
