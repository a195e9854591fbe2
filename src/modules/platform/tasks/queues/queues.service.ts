import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { QueueOfTypeDto, QueuesDto } from './dto/queues.dto';
import { TaskWorkers } from '../engine/task-workers';

const BY_TYPE = `SELECT type,
    (count(*) FILTER (WHERE status = 'pending'))::int AS waiting,
    (count(*) FILTER (WHERE status = 'running'))::int AS running,
    (count(*) FILTER (WHERE status = 'failed'))::int AS failed,
    floor(extract(epoch FROM now() - min(created_at) FILTER (WHERE status = 'pending')))::int AS "oldestWaitingS"
  FROM tasks WHERE status IN ('pending', 'running', 'failed') GROUP BY type ORDER BY type`;

/** What an admin sees of all tasks together. */
@Injectable()
export class QueuesService {
  constructor(
    private readonly db: Database,
    private readonly workers: TaskWorkers,
  ) {}

  async overview(): Promise<QueuesDto> {
    const types = await this.db.query<QueueOfTypeDto>(BY_TYPE);
    return { types, workers: this.workers.present() };
  }
}
