import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../core/database';
import { Invariants } from '../../core/invariants';
import { UsersService } from '../users';
import { EnrollmentsService } from './enrollments/enrollments.service';
import { HasClassrooms } from './school.errors';

const CLASSROOM_OF = 'SELECT 1 FROM classrooms WHERE teacher_id = $1 LIMIT 1';
const EXPORT_ENROLLMENTS = `SELECT c.name AS classroom, e.enrolled_on::text, e.withdrawn_on::text
  FROM enrollments e JOIN classrooms c ON c.id = e.classroom_id WHERE e.student_id = $1 ORDER BY e.id DESC`;

const TWICE_ENROLLED = `SELECT 'classroom:' || classroom_id AS subject,
    format('Student %s is in it %s times.', student_id, count(*)) AS detail
  FROM enrollments WHERE withdrawn_on IS NULL GROUP BY classroom_id, student_id HAVING count(*) > 1`;
const OVER_CAPACITY = `SELECT 'classroom:' || c.id AS subject,
    format('%s students in %s places.', count(*), c.capacity) AS detail
  FROM classrooms c JOIN enrollments e ON e.classroom_id = c.id AND e.withdrawn_on IS NULL
  GROUP BY c.id HAVING count(*) > c.capacity`;

/** What the school means to others: what is kept of a person, what must always hold. */
@Injectable()
export class SchoolListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly enrollments: EnrollmentsService,
    private readonly invariants: Invariants,
  ) {}

  onModuleInit(): void {
    this.users.beforeErase((userId) => this.refuseTeaching(userId));
    this.users.onErase((userId) => this.enrollments.withdrawEverywhere(userId));
    this.users.onExport('enrollments', (userId) => this.db.query(EXPORT_ENROLLMENTS, [userId]));
    this.invariants.register('school.enrolled-once', { of: 'enrollments', off: TWICE_ENROLLED });
    this.invariants.register('school.capacity', { of: 'classrooms', off: OVER_CAPACITY });
  }

  private async refuseTeaching(userId: string): Promise<void> {
    if ((await this.db.query(CLASSROOM_OF, [userId])).length > 0) throw new HasClassrooms();
  }
}
