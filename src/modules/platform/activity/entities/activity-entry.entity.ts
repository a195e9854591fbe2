import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** Something that was done to a resource. It goes with the resource. */
@Entity('activity_entries')
@Index('ix_activity_entries_resource', ['resourceId', 'id'])
@Index('ix_activity_entries_actor', ['actorId', 'id'])
@Index('ix_activity_entries_created_at', ['createdAt'])
@Check('ck_activity_entries_level', 'level BETWEEN 1 AND 4')
export class ActivityEntry extends Row {
  @ForeignKey('resources', { name: 'fk_activity_entries_resource', onDelete: 'CASCADE' })
  @Column('uuid')
  resourceId: string;

  /** Null for the application itself, a visitor by link, and an account that is erased. */
  @ForeignKey('users', { name: 'fk_activity_entries_actor', onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** In the past tense: `created`, `commented`. */
  @Column('text')
  act: string;

  /** Of the resource, as it was then. */
  @Column('text')
  title: string;

  /** With the names of the wire. */
  @Column('jsonb')
  facts: Record<string, unknown>;

  /** What one must be able to do with the resource to read this: 1 view to 4 manage. */
  @Column('smallint')
  level: number;
}
