import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { EnrollmentsService } from './enrollments/enrollments.service';
import { HasClassrooms } from './school.errors';
import { TranscriptsService } from './transcripts/transcripts.service';
import { TutorshipsService } from './tutorships/tutorships.service';

const CLASSROOM_OF = 'SELECT 1 FROM classrooms WHERE teacher_id = $1 LIMIT 1';
const EXPORT_ENROLLMENTS = `SELECT c.name AS classroom, e.enrolled_on::text, e.withdrawn_on::text
  FROM enrollments e JOIN classrooms c ON c.id = e.classroom_id WHERE e.student_id = $1 ORDER BY e.id DESC`;
const EXPORT_GRADES = `SELECT g.id, c.name AS classroom, t.name AS term, g.subject, g.assessment,
    g.score_hundredths / 100.0::float8 AS score, g.weight_hundredths / 100.0::float8 AS weight, g.comments, g.created_at, g.updated_at
  FROM grades g JOIN classrooms c ON c.id = g.classroom_id JOIN school_terms t ON t.id = g.term_id
  WHERE g.student_id = $1 AND g.deleted_at IS NULL ORDER BY g.id DESC`;

/** What a school keeps of its students and teachers. Grades stay in the books. */
@Injectable()
export class SchoolPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentsService,
    private readonly transcripts: TranscriptsService,
    private readonly tutorships: TutorshipsService,
  ) {}

  /** @throws HasClassrooms for a teacher who has some */
  async assertErasable(userId: string): Promise<void> {
    if ((await this.db.query(CLASSROOM_OF, [userId])).length > 0) throw new HasClassrooms();
  }

  async erase(userId: string): Promise<void> {
    await this.enrollments.withdrawEverywhere(userId);
    await this.transcripts.empty(userId);
    await this.tutorships.endAll(userId);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return {
      enrollments: await this.db.query(EXPORT_ENROLLMENTS, [userId]),
      grades: await this.db.query(EXPORT_GRADES, [userId]),
      tutorships: await this.tutorships.exportOf(userId),
      transcripts: await this.transcripts.exportOf(userId),
    };
  }
}
