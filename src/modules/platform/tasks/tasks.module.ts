import { Module } from '@nestjs/common';
import { QueuesModule } from '../../../core/data/queues';
import { FilesModule } from '../../content/files';
import { MailModule } from '../../communication/mail';
import { NotificationsModule } from '../../communication/notifications';
import { UsersModule } from '../../identity/users';
import './entities/schedule-tick.entity';
import './entities/task.entity';
import { EmailKind } from './kinds/email.kind';
import { ProcessDataKind } from './kinds/process-data.kind';
import { QueuesController } from './queues/queues.controller';
import { QueuesService } from './queues/queues.service';
import { Schedules } from './engine/schedules';
import { TaskQueue, TASKS_QUEUE } from './engine/task-queue';
import { TaskChanges } from './engine/task-changes';
import { TaskInputs } from './task-inputs';
import { TaskKinds } from './task-kinds';
import { TaskRelay } from './engine/task-relay';
import { TaskWorker } from './engine/task-worker';
import { TaskWorkers } from './engine/task-workers';
import { TasksController } from './tasks.controller';
import { TasksPersonalData } from './tasks-personal-data';
import { TasksService } from './tasks.service';

@Module({
  imports: [FilesModule, MailModule, NotificationsModule, QueuesModule.queue(TASKS_QUEUE), UsersModule],
  controllers: [QueuesController, TasksController],
  providers: [
    TasksPersonalData,
    EmailKind,
    ProcessDataKind,
    QueuesService,
    Schedules,
    TaskChanges,
    TaskInputs,
    TaskKinds,
    TaskQueue,
    TaskRelay,
    TasksService,
    TaskWorker,
    TaskWorkers,
  ],
  exports: [TasksService],
})
export class TasksModule {}
