import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** People under one name, to be shared with at once. Groups by rule (`everyone`, `role:teacher`) have no row. */
@Entity('groups')
@Index('uq_groups_name', { synchronize: false }) // on text_key(name)
export class Group extends Row {
  @Column('text')
  name: string;

  /** Who made it, and changes it; null once that account is erased. */
  @ForeignKey('users', { name: 'fk_groups_owner', onDelete: 'RESTRICT' })
  @Index('ix_groups_owner')
  @Column('uuid', { nullable: true })
  ownerId: string | null;
}
