import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** A folder: its place in the tree is its resource's, which has the same id. */
@Entity('folders')
@Index('uq_folders_name', { synchronize: false }) // on coalesce(parent_id, owner_id) and name, outside of the trash
export class Folder extends Row {
  @ForeignKey('users', { name: 'fk_folders_owner', onDelete: 'RESTRICT' })
  @Index('ix_folders_owner')
  @Column('uuid')
  ownerId: string;

  /** As its resource's, so that a name in it is there once; null at the root of the owner. */
  @Index('ix_folders_parent')
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text')
  name: string;

  @Column('boolean', { default: false })
  isTrashed: boolean;
}
