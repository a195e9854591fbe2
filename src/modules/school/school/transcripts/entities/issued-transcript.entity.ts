import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../../core/data/database';
import { SchoolTerm } from '../../terms/entities/school-term.entity';

/** A transcript as it was issued, at `createdAt`. A trigger refuses any change but its revocation and its being emptied. */
@Entity('school_transcripts')
@Index('ix_school_transcripts_student', ['studentId', 'id'])
@Check('ck_school_transcripts_emptied', `content <> '' OR revoked_at IS NOT NULL`)
export class IssuedTranscript extends Row {
  @ForeignKey('users', { name: 'fk_school_transcripts_student', onDelete: 'RESTRICT' })
  @Column('uuid')
  studentId: string;

  /** null for all terms. */
  @Column('uuid', { nullable: true })
  termId: string | null;

  @ManyToOne(() => SchoolTerm, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'term_id', foreignKeyConstraintName: 'fk_school_transcripts_term' })
  term?: SchoolTerm | null;

  /** Who; no foreign key: the register outlives the account. */
  @Column('uuid', { nullable: true })
  issuedBy: string | null;

  /** Twenty letters and digits, 100 random bits. */
  @Index('uq_school_transcripts_code', { unique: true })
  @Column('text')
  code: string;

  /** What it says, as JSON; empty once the student's account is erased. */
  @Column('text')
  content: string;

  /** SHA-256 of the content, hex. */
  @Column('text')
  contentHash: string;

  /** Of code, moment and hash, base64url. */
  @Column('text')
  signature: string;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;

  /** Why it was revoked. */
  @Column('text', { default: '' })
  reason: string;
}
