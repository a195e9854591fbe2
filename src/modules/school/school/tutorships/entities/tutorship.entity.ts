import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** From when to when a teacher looked after a student, whoever's classroom the student was in. */
@Entity('tutorships')
@Index('uq_tutorships_active', ['teacherId', 'studentId'], { unique: true, where: 'ended_on IS NULL' })
@Index('ix_tutorships_student', ['studentId', 'id'])
@Check('ck_tutorships_dates', 'ended_on >= started_on')
export class Tutorship extends Row {
  @ForeignKey('users', { name: 'fk_tutorships_teacher', onDelete: 'RESTRICT' })
  @Column('uuid')
  teacherId: string;

  @ForeignKey('users', { name: 'fk_tutorships_student', onDelete: 'RESTRICT' })
  @Column('uuid')
  studentId: string;

  /** First day, by UTC. */
  @Column('date')
  startedOn: string;

  /** First day without; null while it lasts. */
  @Column('date', { nullable: true })
  endedOn: string | null;
}
