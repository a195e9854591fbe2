import { BeforeInsert, CreateDateColumn, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { newId } from '../../kernel/runtime';

/** What every table has: an id made by the application (UUID v7) and two UTC instants. */
export abstract class Row {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @BeforeInsert()
  protected giveId(): void {
    this.id ??= newId();
  }
}
