import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { defineCategory, noticeOf, NotificationsService } from '../../communication/notifications';
import { ClassroomsService } from './classrooms/classrooms.service';
import type { GradesRecorded, SchoolTermClosed, StudentsEnrolled } from './school.events';

/** Their letter is a mail of its own, so this goes by the other channels unless somebody wants both. */
export const GRADES_NOTICE = defineCategory<{ classroom: string; count: number }>('school.grades_recorded', {
  sentence: { en: 'A grade of mine is recorded or changed.', es: 'Se registra o cambia una nota mía.' },
  texts: {
    en: ({ classroom, count }) => ({
      title: count === 1 ? `A new grade in ${classroom}` : `${count} new grades in ${classroom}`,
      body: 'Your grades are shown with the classroom.',
    }),
    es: ({ classroom, count }) => ({
      title: count === 1 ? `Una nota nueva en ${classroom}` : `${count} notas nuevas en ${classroom}`,
      body: 'Tus notas se ven en la clase.',
    }),
  },
});

export const ENROLLED = defineCategory<{ classroom: string }>('school.enrolled', {
  sentence: { en: 'I am enrolled in a classroom.', es: 'Se me inscribe en una clase.' },
  texts: {
    en: ({ classroom }) => ({ title: `You are enrolled in ${classroom}`, body: 'You find it among your classrooms.' }),
    es: ({ classroom }) => ({ title: `Estás en la clase ${classroom}`, body: 'La encuentras entre tus clases.' }),
  },
});

export const TERM_CLOSED = defineCategory<{ term: string }>('school.term_closed', {
  sentence: { en: 'A term that I was in is closed.', es: 'Se cierra un periodo en el que estuve.' },
  texts: {
    en: ({ term }) => ({ title: `The term ${term} is closed`, body: 'Its grades and enrolments stay as they are.' }),
    es: ({ term }) => ({
      title: `Se ha cerrado el periodo ${term}`,
      body: 'Sus notas e inscripciones quedan como están.',
    }),
  },
});

const SCHOOL = '/notifications';
const TERM =
  'SELECT name, starts_on AS "startsOn", ends_on AS "endsOn" FROM school_terms WHERE id = $1 AND closed_at IS NOT NULL';
/** Students who were in a classroom on a day of the term, and the teachers of those classrooms. */
const IN_TERM = `WITH inside AS (
    SELECT e.student_id, c.teacher_id FROM enrollments e JOIN classrooms c ON c.id = e.classroom_id
    WHERE e.enrolled_on <= $2::date AND (e.withdrawn_on IS NULL OR e.withdrawn_on > $1::date)
  )
  SELECT student_id AS id FROM inside UNION SELECT teacher_id FROM inside WHERE teacher_id IS NOT NULL ORDER BY id`;
const GRADES_LEFT = 'SELECT id FROM grades WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL';

/** Tells students and teachers what happens at school. */
@Injectable()
export class SchoolNotices {
  constructor(
    private readonly db: Database,
    private readonly classrooms: ClassroomsService,
    private readonly notifications: NotificationsService,
  ) {}

  /** One notice to each student, whatever the number of their grades. @param eventId by which it is sent once */
  async gradesRecorded({ classroomId, grades }: GradesRecorded, eventId: string): Promise<void> {
    const [classroom] = await this.classrooms.byIds([classroomId]);
    if (!classroom) return;
    const rows = await this.db.query<{ id: string }>(GRADES_LEFT, [grades.map(({ gradeId }) => gradeId)]);
    const left = new Set(rows.map(({ id }) => id));
    const counts = new Map<string, number>();
    for (const { gradeId, studentId } of grades) {
      if (left.has(gradeId)) counts.set(studentId, (counts.get(studentId) ?? 0) + 1);
    }
    const notices = [...counts].map(([studentId, count]) =>
      noticeOf({
        userIds: [studentId],
        category: GRADES_NOTICE,
        facts: { classroom: classroom.name, count },
        actionUrl: SCHOOL,
        dedupeKey: eventId,
      }),
    );
    await this.notifications.notifyAll(notices);
  }

  async enrolled({ classroomId, studentIds }: StudentsEnrolled, eventId: string): Promise<void> {
    const [classroom] = await this.classrooms.byIds([classroomId]);
    if (!classroom) return;
    const facts = { classroom: classroom.name };
    await this.notifications.notify({
      userIds: studentIds,
      category: ENROLLED,
      facts,
      actionUrl: SCHOOL,
      dedupeKey: eventId,
    });
  }

  async termClosed({ termId }: SchoolTermClosed, eventId: string): Promise<void> {
    const [term] = await this.db.query<{ name: string; startsOn: string; endsOn: string }>(TERM, [termId]);
    if (!term) return; // reopened meanwhile
    const people = await this.db.query<{ id: string }>(IN_TERM, [term.startsOn, term.endsOn]);
    const userIds = people.map(({ id }) => id);
    const facts = { term: term.name };
    await this.notifications.notify({ userIds, category: TERM_CLOSED, facts, actionUrl: SCHOOL, dedupeKey: eventId });
  }
}
