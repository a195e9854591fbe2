import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../../core/data/database';
import { Classroom } from '../../classrooms/entities/classroom.entity';

/** From when to when a student was in a classroom; who comes back gets another row. */
@Entity('enrollments')
@Index('uq_enrollments_active', ['classroomId', 'studentId'], { unique: true, where: 'withdrawn_on IS NULL' })
@Index('ix_enrollments_classroom', ['classroomId', 'id'])
@Index('ix_enrollments_student', ['studentId', 'id'])
@Check('ck_enrollments_dates', 'withdrawn_on >= enrolled_on')
export class Enrollment extends Row {
  @Column('uuid')
  classroomId: string;

  @ManyToOne(() => Classroom, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'classroom_id', foreignKeyConstraintName: 'fk_enrollments_classroom' })
  classroom?: Classroom;

  @ForeignKey('users', { name: 'fk_enrollments_student', onDelete: 'RESTRICT' })
  @Column('uuid')
  studentId: string;

  /** First day, by UTC. */
  @Column('date')
  enrolledOn: string;

  /** First day not enrolled any more; null while enrolled. */
  @Column('date', { nullable: true })
  withdrawnOn: string | null;
}
