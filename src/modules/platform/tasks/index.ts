export { TaskDto, TaskStartedDto } from './dto/task.dto';
export { RunningTask, TaskAsker, TaskKind, TaskTools } from './task-kind';
export { tasksManifest } from './tasks.manifest';
export { TASK_KINDS } from './tasks.extensions';
export { TasksModule } from './tasks.module';
export { TasksPermission } from './tasks.permissions';
export { TasksService } from './tasks.service';
