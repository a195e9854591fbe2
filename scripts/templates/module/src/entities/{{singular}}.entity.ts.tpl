import { Column, Entity } from 'typeorm';
import { Row } from '../../../../core/data/database';

@Entity('{{table}}')
export class {{Singular}} extends Row {
  @Column('text')
  title: string;

  /** null until the task has checked it. */
  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;
}
