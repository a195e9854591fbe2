import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Database } from '../../../core/data/database';
import { TasksService } from './tasks.service';

const HOURLY = '17 * * * *';
const SWEEP = `DELETE FROM tasks WHERE finished_at < now() - $1 * interval '1 day'`;
const SWEEP_TICKS = `DELETE FROM schedule_ticks WHERE tick_at < now() - interval '2 days'`;
/** Removes tasks that finished long ago. */
@Injectable()
export class TasksListener implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.tasks.every(HOURLY, 'tasks.sweep', () => this.sweep());
  }

  /** Forgets what finished long ago. */
  async sweep(): Promise<void> {
    await this.db.execute(SWEEP, [this.config.tasksKeepDays]);
    await this.db.execute(SWEEP_TICKS);
  }
}
