import { Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** Something that a module keeps for its users: its id is that of the module's own row. */
@Entity('resources')
@Index('ix_resources_owner', ['ownerId', 'id'])
@Index('ix_resources_parent', ['parentId', 'type', 'id'])
@Index('ix_resources_type', ['type', 'id'], { where: 'trashed_at IS NULL' })
@Index('ix_resources_trash', ['trashedAt'], { where: 'trashed_at IS NOT NULL' })
export class Resource extends Row {
  /** Of a `ResourceKind`: `file`, `folder`. */
  @Column('text')
  type: string;

  @ForeignKey('users', { name: 'fk_resources_owner', onDelete: 'RESTRICT' })
  @Column('uuid')
  ownerId: string;

  /** The folder it lies in, whose rights it has too; null at the root. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @ManyToOne(() => Resource)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'fk_resources_parent' })
  parent?: Resource | null;

  @Column('text')
  title: string;

  /** Path below the application's address. */
  @Column('text')
  url: string;

  @Column('timestamptz', { nullable: true })
  trashedAt: Date | null;

  /** What was put into the trash with it in one act: its own id, or that of a folder above; null outside of the trash. */
  @Index('ix_resources_trashed_with', { where: 'trashed_with IS NOT NULL' })
  @Column('uuid', { nullable: true })
  trashedWith: string | null;
}
