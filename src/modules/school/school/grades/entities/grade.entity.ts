import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../../core/data/database';
import { Classroom } from '../../classrooms/entities/classroom.entity';
import { SchoolTerm } from '../../terms/entities/school-term.entity';

/**
 * A grade as it is now, equal to the last of its `GradeVersion`s; a trigger refuses any other at the commit. `updatedAt` is
 * the instant of that version, in whole milliseconds.
 */
@Entity('grades')
@Index('ix_grades_student', ['studentId', 'id'])
@Index('ix_grades_classroom', ['classroomId', 'id'])
@Index('uq_grades_assessment', ['classroomId', 'studentId', 'termId', 'subject', 'assessment'], {
  unique: true,
  where: 'assessment IS NOT NULL AND deleted_at IS NULL',
})
@Check('ck_grades_score', 'score_hundredths BETWEEN 0 AND 10000')
@Check('ck_grades_weight', 'weight_hundredths BETWEEN 1 AND 10000')
export class Grade extends Row {
  @ForeignKey('users', { name: 'fk_grades_student', onDelete: 'RESTRICT' })
  @Column('uuid')
  studentId: string;

  @Column('uuid')
  classroomId: string;

  @ManyToOne(() => Classroom, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'classroom_id', foreignKeyConstraintName: 'fk_grades_classroom' })
  classroom?: Classroom;

  @Index('ix_grades_term')
  @Column('uuid')
  termId: string;

  @ManyToOne(() => SchoolTerm, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'term_id', foreignKeyConstraintName: 'fk_grades_term' })
  term?: SchoolTerm;

  /** From 1. */
  @Column('int')
  version: number;

  @Column('text')
  subject: string;

  /** What was graded; a student has one grade for it. null where it has no name. */
  @Column('text', { nullable: true })
  assessment: string | null;

  /** 0 to 10,000. */
  @Column('int')
  scoreHundredths: number;

  /** 1 to 10,000; 100 counts once. */
  @Column('int')
  weightHundredths: number;

  @Column('text')
  comments: string;

  /** Since when it counts no more; the row stays under its history. */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;
}
