import { PublicAddress } from '../../../core/web/http';
import { Injectable } from '@nestjs/common';
import { API_PREFIX, Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { setAnswerHeader } from '../../../core/kernel/context/context';
import { Database, Batcher, Statement } from '../../../core/data/database';
import { Page, pageOf, serialise } from '../../../core/web/dto';
import { Forbidden } from '../../../core/kernel/errors';
import type { ServerEvent, ServerEvents } from '../../../core/web/http';
import { newId } from '../../../core/kernel/runtime';
import {
  EmailTaskInput,
  ProcessDataQuery,
  TaskDto,
  TaskQuery,
  TaskStartedDto,
  toTaskDto,
  toTaskStartedDto,
} from './dto/task.dto';
import { EMAIL } from './kinds/email.kind';
import { PROCESS_DATA } from './kinds/process-data.kind';
import { readValues } from './kinds/values';
import { Schedules } from './engine/schedules';
import { TaskChanges } from './engine/task-changes';
import { TaskInputs } from './task-inputs';
import { MAX_ATTEMPTS, TaskAsker } from './task-kind';
import { TaskKinds } from './task-kinds';
import { TASK_ORDER, taskPageQuery } from './task-list';
import { ADD, ADD_MANY, BY_ID, CANCEL, RETRY } from './engine/task-transitions';
import { TaskRelay } from './engine/task-relay';
import { FINISHED, TaskRow } from './task-row';
import { TaskFinished, TaskNotFound, TaskNotRetryable } from './tasks.errors';
import { TasksPermission } from './tasks.permissions';

/**
 * Background work: asked for, watched, cancelled, tried again. Who has `manage_tasks` sees everybody's; anybody else only
 * their own.
 */
@Injectable()
export class TasksService {
  private readonly adding: Batcher<NewTask, TaskRow>;

  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly kinds: TaskKinds,
    private readonly inputs: TaskInputs,
    private readonly changes: TaskChanges,
    private readonly relay: TaskRelay,
    private readonly schedules: Schedules,
    private readonly addresses: PublicAddress,
  ) {
    this.adding = new Batcher((added) => this.addMany(added));
  }

  /** See `Schedules.every`; from `onModuleInit`. */
  every(cron: string, name: string, run: (tickAt: Date) => Promise<unknown>): void {
    this.schedules.every(cron, name, run);
  }

  /**
   * Writes a task; in the caller's transaction where there is one, so that it is run when that commits, and only then.
   * @param input what the kind reads, JSON-safe
   * @throws what the kind's `check` throws
   */
  async start(user: TaskAsker, type: string, input: unknown): Promise<TaskStartedDto> {
    const kind = this.kinds.of(type);
    await kind.check?.(input, user);
    const values = [newId(), user.userId, type, this.inputs.seal(input), kind.maxAttempts ?? MAX_ATTEMPTS] as const;
    const row = this.db.inTransaction ? (await this.db.query<TaskRow>(ADD, values))[0] : await this.adding.do(values);
    this.db.afterCommit(() => this.relay.nudge());
    setAnswerHeader('location', this.addresses.pathOf(`/${API_PREFIX}/tasks/${row.id}`));
    return toTaskStartedDto(row);
  }

  /** A letter to one address. @throws Validation for what could add a header or another recipient, MailNotAllowed, MailQuota */
  email(user: Principal, { email, subject, body }: EmailTaskInput): Promise<TaskStartedDto> {
    return this.start(user, EMAIL, { email, subject, body });
  }

  /** @param items as the client sent them, read here. @throws Validation naming the first few that are unacceptable */
  processData(user: Principal, { operation }: ProcessDataQuery, items: unknown): Promise<TaskStartedDto> {
    return this.start(user, PROCESS_DATA, { operation, values: readValues(items) });
  }

  /** @throws TaskNotFound also for somebody else's */
  async byId(user: Principal, id: string): Promise<TaskDto> {
    return toTaskDto(await this.find(user, id));
  }

  /** The newest first. @throws Forbidden for somebody else's, Validation for a broken cursor */
  async list(user: Principal, query: TaskQuery): Promise<Page<TaskDto>> {
    const owner = ownerFor(user);
    if (owner !== null && query.userId !== undefined && query.userId !== owner) throw new Forbidden();
    const sql = taskPageQuery({ ...query, userId: owner ?? query.userId });
    const rows = await this.db.query<TaskRow>(sql);
    return pageOf(rows, query.limit, toTaskDto, TASK_ORDER.cursorOf);
  }

  /** Ends one that waits or runs; its worker stops within a second. @throws TaskNotFound, TaskFinished */
  cancel(user: Principal, id: string): Promise<TaskDto> {
    return this.change(user, id, CANCEL, 'tasks.cancelled', TaskFinished);
  }

  /** Begins one anew that failed or was cancelled. @throws TaskNotFound, TaskNotRetryable */
  retry(user: Principal, id: string): Promise<TaskDto> {
    return this.change(user, id, RETRY, 'tasks.retried', TaskNotRetryable);
  }

  /**
   * Every change of a task from now on, the present state first, until it is over.
   * @param lastEventId version that the caller has had @returns null when that was the last one
   * @throws TaskNotFound
   */
  async watch(user: Principal, id: string, lastEventId?: string): Promise<ServerEvents | null> {
    const { status, version } = await this.find(user, id);
    const had = lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : 0;
    if (had === version && FINISHED.includes(status)) return null;
    return (signal) => this.follow(user, id, had > version ? 0 : had, signal);
  }

  private async addMany(added: readonly NewTask[]): Promise<TaskRow[]> {
    const columns = [0, 1, 2, 3, 4].map((column) => added.map((values) => values[column]));
    const rows = new Map((await this.db.query<TaskRow>(ADD_MANY, columns)).map((row) => [row.id, row]));
    return added.map(([id]) => rows.get(id) as TaskRow);
  }

  private async *follow(user: Principal, id: string, had: number, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    for (let version = had; !signal.aborted;) {
      const [row] = await this.db.query<TaskRow>(BY_ID, [id, ownerFor(user)]);
      if (!row) return;
      if (row.version > version) yield { id: row.version, data: serialise(TaskDto, toTaskDto(row)) };
      if (FINISHED.includes(row.status)) return;
      version = row.version;
      await this.changes.after(id, version, signal);
    }
  }

  private change(
    user: Principal,
    id: string,
    by: Statement,
    action: string,
    Refusal: typeof TaskFinished | typeof TaskNotRetryable,
  ): Promise<TaskDto> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<TaskRow>(by, [id, ownerFor(user)]);
      if (!row) throw new Refusal({ taskStatus: (await this.find(user, id)).status });
      if (row.userId !== user.userId) await this.audit.record({ action, target: `task:${id}` });
      this.changes.announce(row);
      this.db.afterCommit(() => this.relay.nudge());
      return toTaskDto(row);
    });
  }

  private async find(user: Principal, id: string): Promise<TaskRow> {
    const [row] = await this.db.query<TaskRow>(BY_ID, [id, ownerFor(user)]);
    if (!row) throw new TaskNotFound();
    return row;
  }
}

/** The values of `ADD`. */
type NewTask = readonly [id: string, userId: string, type: string, input: Buffer, maxAttempts: number];

/** Whose tasks this user may see: null for everybody's. */
function ownerFor(user: Principal): string | null {
  return user.permissions.has(TasksPermission.Manage) ? null : user.userId;
}
