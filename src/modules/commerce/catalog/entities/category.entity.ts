import { Column, Entity, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** What products are sorted by. */
@Entity('categories')
@Index('uq_categories_name', { synchronize: false }) // on text_key(name) and duplicate_no of those not deleted, in the migration
export class Category extends Row {
  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  /** Deleted products keep their category, so it is hidden and not removed. */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  /** 0; above it where an older row has the same name to a person, kept from before that was looked at. */
  @Column({ type: 'integer', default: 0, select: false, insert: false, update: false })
  duplicateNo: number;
}
