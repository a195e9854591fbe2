import { CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** That a listener has had an event; written with the listener's own effect. */
@Entity('processed_events')
export class ProcessedEvent {
  @PrimaryColumn('text')
  consumer: string;

  @PrimaryColumn('uuid')
  eventId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
