import { Index, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** That a schedule has fired for an instant: of all instances, who writes it runs it. */
@Entity('schedule_ticks')
export class ScheduleTick {
  @PrimaryColumn('text')
  name: string;

  /** The instant of the schedule, not of the clock. */
  @Index('ix_schedule_ticks_tick_at')
  @PrimaryColumn('timestamptz')
  tickAt: Date;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
