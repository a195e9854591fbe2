export { TaskDto, TaskStartedDto } from './dto/task.dto';
export { RunningTask, TaskKind, TaskTools } from './task-kind';
export { TasksModule } from './tasks.module';
export { TasksPermission } from './tasks.permissions';
export { TasksService } from './tasks.service';
