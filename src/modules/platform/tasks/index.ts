export { TaskDto, TaskStartedDto } from './dto/task.dto';
export {
  Actor,
  Dataset,
  dataset,
  DatasetRow,
  Period,
  PeriodFilters,
  ReportSource,
  periodOf,
  Section,
  SectionBuilder,
} from './reports/dataset';
export { RunningTask, TaskKind, TaskTools } from './task-kind';
export { tasksManifest } from './tasks.manifest';
export { REPORT_SOURCES, TASK_KINDS } from './tasks.extensions';
export { TasksModule } from './tasks.module';
export { TasksPermission } from './tasks.permissions';
export { TasksService } from './tasks.service';
