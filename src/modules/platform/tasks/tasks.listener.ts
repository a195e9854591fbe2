import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Invariants } from '../../../core/data/invariants';
import { UsersService } from '../../identity/users';
import { EmailKind } from './kinds/email.kind';
import { ProcessDataKind } from './kinds/process-data.kind';
import { ReportKind } from './reports/report.kind';
import { TaskInputs } from './task-inputs';
import { TasksService } from './tasks.service';

/** A running one too: its worker finds its number gone. */
const ERASE = 'DELETE FROM tasks WHERE user_id = $1';
const EXPORT = `SELECT id, type, status, created_at, finished_at, input, result FROM tasks
  WHERE user_id = $1 ORDER BY id DESC`;
const NO_LEASE = `SELECT 'task:' || id AS subject, format('It runs, and its lease ended at %s.', lease_until) AS detail
  FROM tasks WHERE status = 'running' AND lease_until < now() - interval '2 minutes'`;
const OVERDUE = `SELECT 'task:' || id AS subject, format('It was to be handed to the queue at %s.', due_at) AS detail
  FROM tasks WHERE status = 'pending' AND due_at < now() - interval '10 minutes'`;

/** What tasks mean to others: what is kept of a person, what must always hold; the kinds of our own. */
@Injectable()
export class TasksListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly invariants: Invariants,
    private readonly inputs: TaskInputs,
    private readonly tasks: TasksService,
    private readonly email: EmailKind,
    private readonly processData: ProcessDataKind,
    private readonly report: ReportKind,
  ) {}

  onModuleInit(): void {
    this.tasks.registerKind(this.email);
    this.tasks.registerKind(this.processData);
    this.tasks.registerKind(this.report);
    this.users.onErase((userId) => this.db.execute(ERASE, [userId]));
    this.users.onExport('tasks', (userId) => this.export(userId));
    this.invariants.register('tasks.leases', { table: 'tasks', violations: NO_LEASE });
    this.invariants.register('tasks.handed', { table: 'tasks', violations: OVERDUE });
  }

  private async export(userId: string): Promise<unknown> {
    const rows = await this.db.query<{ input: Buffer }>(EXPORT, [userId]);
    return rows.map(({ input, ...row }) => ({ ...row, input: this.readable(input) }));
  }

  /** null when it was sealed by a SECRET_KEY that is no more. */
  private readable(input: Buffer): unknown {
    try {
      return this.inputs.open(input);
    } catch {
      return null;
    }
  }
}
