import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { MailService } from '../../../communication/mail';
import { UsersService } from '../../../identity/users';
import { ClassroomsService } from '../classrooms/classrooms.service';
import { GradesRecorded } from '../school.events';
import { GRADES_RECORDED } from './mails/grades-recorded';

const GRADES = `SELECT id, subject, assessment FROM grades WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL ORDER BY id`;

/** Mails to students about their grades. */
@Injectable()
export class GradeMails {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly classrooms: ClassroomsService,
  ) {}

  /** One mail to each student, whatever the number of their grades. */
  async notify({ classroomId, grades }: GradesRecorded): Promise<void> {
    const [classroom] = await this.classrooms.byIds([classroomId]);
    const rows = await this.db.query<GradeLine>(GRADES, [grades.map(({ gradeId }) => gradeId)]);
    for (const studentId of new Set(grades.map((grade) => grade.studentId))) {
      const user = await this.users.findById(studentId);
      const own = new Set(grades.filter((grade) => grade.studentId === studentId).map(({ gradeId }) => gradeId));
      const lines = rows.filter(({ id }) => own.has(id)).map(lineOf);
      if (!classroom || !user?.isActive || lines.length === 0) continue;
      await this.mails.send({
        to: user.email,
        reader: user,
        template: GRADES_RECORDED,
        values: { fullName: user.fullName, classroom: classroom.name, lines },
      });
    }
  }
}

interface GradeLine {
  readonly id: string;
  readonly subject: string;
  readonly assessment: string | null;
}

const lineOf = ({ subject, assessment }: GradeLine): string => [subject, assessment].filter(Boolean).join(': ');
