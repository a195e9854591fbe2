import { Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../core/data/database';
import { Group } from './group.entity';

@Entity('group_members')
@Index('uq_group_members', ['groupId', 'userId'], { unique: true })
@Index('ix_group_members_user', ['userId', 'groupId'])
export class GroupMember extends Row {
  @Column('uuid')
  groupId: string;

  @ManyToOne(() => Group, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'fk_group_members_group' })
  group?: Group;

  @ForeignKey('users', { name: 'fk_group_members_user', onDelete: 'RESTRICT' })
  @Column('uuid')
  userId: string;
}
