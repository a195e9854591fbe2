import { DateField, IdField, IntField, ObjectListField, Output, StringField } from '../../../../../core/web/dto';

const INT_MAX = 2_147_483_647;

@Output('QueueOfType')
export class QueueOfTypeDto {
  @StringField({ max: 50, example: 'email' })
  type: string;

  @IntField({ min: 0, max: INT_MAX, example: 3, description: 'Waiting, also for their next attempt.' })
  waiting: number;

  @IntField({ min: 0, max: INT_MAX, example: 1 })
  running: number;

  @IntField({ min: 0, max: INT_MAX, example: 0, description: 'For good, and not yet swept.' })
  failed: number;

  @IntField({ min: 0, max: INT_MAX, nullable: true, example: 12, description: 'How long the oldest has waited.' })
  oldestWaitingS: number | null;
}

@Output('TaskWorker', 'A process that runs tasks.')
export class TaskWorkerDto {
  @IdField({ description: 'Made at its start.' })
  workerId: string;

  @StringField({ max: 300, example: 'atrium-7c9f:1' })
  host: string;

  @IntField({ min: 0, max: 100, example: 1, description: 'Tasks it runs.' })
  running: number;

  @DateField()
  seenAt: Date;
}

@Output('Queues', 'How the background tasks do.')
export class QueuesDto {
  @ObjectListField(() => QueueOfTypeDto)
  types: QueueOfTypeDto[];

  @ObjectListField(() => TaskWorkerDto, { description: 'Those this instance has heard of within 15 s.' })
  workers: TaskWorkerDto[];
}
