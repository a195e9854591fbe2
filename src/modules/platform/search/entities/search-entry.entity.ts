import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a resource is found by. It goes with the resource. */
@Entity('search_entries')
@Index('ix_search_entries_search', { synchronize: false }) // GIN of those not in the trash, in the migration
export class SearchEntry {
  @ForeignKey('resources', { name: 'fk_search_entries_resource', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_search_entries' })
  resourceId: string;

  @Column('text')
  type: string;

  @Column('text')
  title: string;

  /** The beginning of its text, at most `TEXT_MAX` characters. */
  @Column('text')
  text: string;

  @Column('boolean', { default: false })
  isTrashed: boolean;

  /** Words of title and text; a trigger's affair. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  search: string;
}
