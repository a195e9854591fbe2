import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Resource } from './resource.entity';

/** The closure of `parent_id`: a row for a resource and each folder above it, and one for itself. */
@Entity('resource_paths')
@Index('ix_resource_paths_ancestor', ['ancestorId', 'resourceId'])
export class ResourcePath {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_resource_paths' })
  resourceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_resource_paths' })
  ancestorId: string;

  @ManyToOne(() => Resource, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'resource_id', foreignKeyConstraintName: 'fk_resource_paths_resource' })
  resource?: Resource;

  @ManyToOne(() => Resource, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ancestor_id', foreignKeyConstraintName: 'fk_resource_paths_ancestor' })
  ancestor?: Resource;

  /** 0 for itself, 1 for the folder it lies in. */
  @Column('smallint')
  depth: number;
}
