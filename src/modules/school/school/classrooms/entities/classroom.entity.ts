import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** A class that a teacher teaches. Its row is the lock under which students come and go and are graded. */
@Entity('classrooms')
@Index('uq_classrooms_name', { synchronize: false }) // on text_key(name) and duplicate_no, in the migration
@Index('ix_classrooms_name', ['name', 'id'])
@Index('ix_classrooms_teacher', ['teacherId', 'id'])
@Check('ck_classrooms_grade_level', 'grade_level BETWEEN 1 AND 13')
@Check('ck_classrooms_capacity', 'capacity BETWEEN 1 AND 1000')
export class Classroom extends Row {
  @Column('text')
  name: string;

  /** Year of school, from 1. */
  @Column('int')
  gradeLevel: number;

  @ForeignKey('users', { name: 'fk_classrooms_teacher', onDelete: 'RESTRICT' })
  @Column('uuid')
  teacherId: string;

  /** How many may be enrolled at once; null for any number. */
  @Column('int', { nullable: true })
  capacity: number | null;

  /** 0; above it where an older row has the same name to a person, kept from before that was looked at. */
  @Column({ type: 'integer', default: 0, select: false, insert: false, update: false })
  duplicateNo: number;
}
