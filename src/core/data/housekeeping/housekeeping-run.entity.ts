import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a rule is due, for whichever instance leads then. */
@Entity('housekeeping_runs')
export class HousekeepingRun {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_housekeeping_runs' })
  rule: string;

  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  lastSuccessAt: Date | null;
}
