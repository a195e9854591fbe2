import {
  DateField,
  EmailField,
  EnumField,
  IdField,
  Input,
  IntField,
  JsonField,
  ObjectField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../core/web/dto';
import { TASK_STATUSES, TaskStatus } from '../entities/task.entity';
import type { TaskRow } from '../task-row';

const MAX_SUBJECT = 200;
const MAX_BODY = 50_000;
const MAX_TYPE = 50;
export const OPERATIONS = ['sum', 'average', 'count'] as const;
export type Operation = (typeof OPERATIONS)[number];

@Input('EmailTaskInput')
export class EmailTaskInput {
  @EmailField({ example: 'ada@example.com' })
  email: string;

  @StringField({
    max: MAX_SUBJECT,
    pattern: /^[^\p{Cc}\u2028\u2029]*[^\p{Cc}\p{Z}][^\p{Cc}\u2028\u2029]*$/u,
    shape: 'must be one line of text',
    example: 'The minutes',
  })
  subject: string;

  @StringField({ max: MAX_BODY, example: 'Dear Ada, here they are.', description: 'Plain text.' })
  body: string;
}

export class ProcessDataQuery {
  @EnumField(OPERATIONS, { example: 'sum' })
  operation: Operation;
}

export class TaskQuery extends PageQuery {
  @IdField({ optional: true, description: 'Only of this user; of others needs `manage_tasks`.' })
  userId?: string;

  @StringField({ optional: true, max: MAX_TYPE, pattern: /^[a-z_]+$/, example: 'email' })
  type?: string;

  @EnumField(TASK_STATUSES, { optional: true })
  status?: TaskStatus;
}

@Output('TaskError', 'Why a task, or its last attempt, failed.')
export class TaskErrorDto {
  @StringField({ max: 100, example: 'unavailable' })
  code: string;

  @StringField({ max: 2000, example: 'A part this needs does not answer just now.' })
  detail: string;
}

@Output('TaskStarted')
export class TaskStartedDto {
  @IdField()
  taskId: string;

  @EnumField(TASK_STATUSES, { example: 'pending' })
  status: TaskStatus;

  @DateField()
  createdAt: Date;
}

@Output('Task')
export class TaskDto {
  @IdField()
  taskId: string;

  @IdField({ description: 'Who asked for it.' })
  userId: string;

  @StringField({ max: MAX_TYPE, example: 'process_data' })
  type: string;

  @EnumField(TASK_STATUSES, { example: 'completed' })
  status: TaskStatus;

  @IntField({ min: 0, max: 100, example: 100, description: 'Percent; never falls.' })
  progress: number;

  @DateField()
  createdAt: Date;

  @DateField({ nullable: true, description: 'When it was first begun.' })
  startedAt: Date | null;

  @DateField({ nullable: true })
  finishedAt: Date | null;

  @IntField({ min: 0, max: 1000, example: 1, description: 'How often it has been begun since it was asked for.' })
  attempts: number;

  @JsonField({
    nullable: true,
    description: 'Once completed.',
    example: { operation: 'sum', result: 6, items_processed: 3 },
  })
  result: object | null;

  @ObjectField(() => TaskErrorDto, { nullable: true, description: 'Of the last attempt, where it failed.' })
  error: TaskErrorDto | null;
}

@Output('TaskPage')
export class TaskPage extends PageOf(TaskDto) {}

export function toTaskDto({ id, userId, type, status, progress, attempts, result, error, ...times }: TaskRow): TaskDto {
  const { createdAt, startedAt, finishedAt } = times;
  return { taskId: id, userId, type, status, progress, createdAt, startedAt, finishedAt, attempts, result, error };
}

export function toTaskStartedDto({ id, status, createdAt }: TaskRow): TaskStartedDto {
  return { taskId: id, status, createdAt };
}
