export { TaskDto, TaskStartedDto } from './dto/task.dto';
export {
  Actor,
  Dataset,
  DatasetRow,
  Period,
  PeriodFilters,
  periodOf,
  Section,
  SectionBuilder,
} from './reports/dataset';
export { ReportSources } from './reports/report-sources';
export { RunningTask, TaskKind, TaskTools } from './task-kind';
export { TasksModule } from './tasks.module';
export { TasksPermission } from './tasks.permissions';
export { TasksService } from './tasks.service';
