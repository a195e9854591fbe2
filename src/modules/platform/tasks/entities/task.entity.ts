import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** Where a task stands; the last three are ends. */
export const TASK_STATUSES = ['pending', 'running', 'completed', 'failed', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Why a task, or its last attempt, failed; for its owner to read. */
export interface TaskError {
  readonly code: string;
  readonly detail: string;
}

/** Work that somebody asked for and need not wait for. The row is the truth, and its own outbox. */
@Entity('tasks')
@Index('ix_tasks_user', ['userId', 'id'])
@Index('ix_tasks_status', ['status', 'type'])
@Index('ix_tasks_waiting', ['userId', 'dueAt', 'id'], { where: `status = 'pending'` })
@Index('ix_tasks_leases', ['leaseUntil'], { where: `status = 'running'` })
@Index('ix_tasks_finished', ['finishedAt'], { where: 'finished_at IS NOT NULL' })
@Check('ck_tasks_status', `status IN (${TASK_STATUSES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_tasks_progress', 'progress BETWEEN 0 AND 100')
@Check('ck_tasks_lease', `(status = 'running') = (lease_until IS NOT NULL)`)
@Check('ck_tasks_finished', `(status IN ('completed', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
export class Task extends Row {
  /** Who asked for it; owned by users, so an id and not a relation. */
  @ForeignKey('users', { name: 'fk_tasks_user', onDelete: 'RESTRICT' })
  @Column('uuid')
  userId: string;

  /** Name of its kind. */
  @Column('text')
  type: string;

  @Column('text', { default: 'pending' })
  status: TaskStatus;

  /** Percent; never falls. */
  @Column('smallint', { default: 0 })
  progress: number;

  /** What it is to do it with, JSON, sealed: it may be somebody's letter. */
  @Column('bytea')
  input: Buffer;

  @Column('jsonb', { nullable: true })
  result: object | null;

  @Column('jsonb', { nullable: true })
  error: TaskError | null;

  /** How often it has been begun since it was asked for, or asked for again. */
  @Column('int', { default: 0 })
  attempts: number;

  @Column('int')
  maxAttempts: number;

  /** How often a worker that was told to end has given it back since it was asked for, or asked for again. */
  @Column('int', { default: 0 })
  givenBack: number;

  /** Fencing number: grows whenever it is claimed or cancelled, so that who holds an older one can change nothing. */
  @Column('int', { default: 0 })
  runNo: number;

  /** Grows with every change that its owner may see. */
  @Column('int', { default: 1 })
  version: number;

  /** Until when the worker that runs it is believed to live. */
  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  /** When a waiting one is handed (again) to the queue. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
