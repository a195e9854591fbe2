import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Grade } from './grade.entity';

/** One value a grade had. Append-only: a trigger refuses any change and deletion. */
@Entity('grade_versions')
export class GradeVersion {
  @PrimaryColumn('uuid')
  gradeId: string;

  @ManyToOne(() => Grade, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'grade_id', foreignKeyConstraintName: 'fk_grade_versions_grade' })
  grade?: Grade;

  /** From 1, without a gap. */
  @PrimaryColumn('int')
  version: number;

  /** From when on it was so; whole milliseconds, so that an instant of the API means the same row. */
  @Column('timestamptz')
  createdAt: Date;

  @Column('text')
  subject: string;

  @Column('text', { nullable: true })
  assessment: string | null;

  @Column('int')
  scoreHundredths: number;

  @Column('int')
  weightHundredths: number;

  @Column('text')
  comments: string;

  @Column('boolean')
  deleted: boolean;

  /** Who; null for nobody signed in. No foreign key: the history outlives the account. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** Why, in their words; may be empty. */
  @Column('text')
  reason: string;
}
