import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** Something said of a resource, or an answer to that. It goes with the resource. */
@Entity('comments')
@Index('ix_comments_resource', ['resourceId', 'id'])
@Check('ck_comments_author', 'author_id IS NULL OR author_name IS NULL')
@Check('ck_comments_deleted', '(deleted_at IS NULL) = (body IS NOT NULL)')
export class Comment extends Row {
  @ForeignKey('resources', { name: 'fk_comments_resource', onDelete: 'CASCADE' })
  @Column('uuid')
  resourceId: string;

  /** The comment that this answers, which answers none; null for the first of a thread. */
  @Index('ix_comments_parent', { where: 'parent_id IS NOT NULL' })
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @ManyToOne(() => Comment)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'fk_comments_parent' })
  parent?: Comment | null;

  /** Null for a visitor by link, and for an account that is erased. */
  @ForeignKey('users', { name: 'fk_comments_author', onDelete: 'RESTRICT' })
  @Index('ix_comments_author', { where: 'author_id IS NOT NULL' })
  @Column('uuid', { nullable: true })
  authorId: string | null;

  /** What a visitor by link gives as their name. */
  @Column('text', { nullable: true })
  authorName: string | null;

  /** Null once it is deleted, and stays for its answers. */
  @Column('text', { nullable: true })
  body: string | null;

  /** Where in the resource it belongs, in the terms of who shows it. */
  @Column('jsonb', { nullable: true })
  anchor: Record<string, unknown> | null;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  /** Null for a visitor by link, and for an account that is erased. */
  @ForeignKey('users', { name: 'fk_comments_resolved_by', onDelete: 'RESTRICT' })
  @Index('ix_comments_resolved_by', { where: 'resolved_by IS NOT NULL' })
  @Column('uuid', { nullable: true })
  resolvedBy: string | null;
}
