import { Check, Column, Entity, Exclusion, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** A part of a school year. Terms do not overlap, so a day belongs to one at most. */
@Entity('school_terms')
@Index('uq_school_terms_name', { synchronize: false }) // on text_key(name) and duplicate_no, in the migration
@Check('ck_school_terms_dates', 'ends_on >= starts_on')
@Exclusion('ex_school_terms_dates', `USING gist (daterange(starts_on, ends_on, '[]') WITH &&)`)
export class SchoolTerm extends Row {
  @Column('text')
  name: string;

  /** Of which year, as people call it: `2026/27`; null where nobody has said. */
  @Column('text', { nullable: true })
  schoolYear: string | null;

  /** First day. */
  @Column('date')
  startsOn: string;

  /** Last day. */
  @Column('date')
  endsOn: string;

  /** Since when its grades and enrolments stay as they are; null while it is open. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** 0; above it where an older row has the same name to a person, kept from before that was looked at. */
  @Column({ type: 'integer', default: 0, select: false, insert: false, update: false })
  duplicateNo: number;
}
