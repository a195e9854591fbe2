export {
  Actor,
  Dataset,
  dataset,
  DatasetColumn,
  DatasetRow,
  Period,
  PeriodFilters,
  periodOf,
  ReportSource,
  Section,
  SectionBuilder,
} from './dataset';
export { REPORT_SOURCES } from './reports.extensions';
export { reportsManifest } from './reports.manifest';
export { ReportsModule } from './reports.module';
