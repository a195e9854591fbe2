import { wireNames } from '../../../core/web/dto';
import type { ReportSourcesDto } from './dto/report.dto';
import type { ReportSources } from './report-sources';

export function toReportSourcesDto(sources: ReportSources): ReportSourcesDto {
  return {
    datasets: sources.datasets().map(({ name, title, columns, filters }) => ({
      name,
      title: title.en,
      columns: columns.map((column) => ({ name: column.name, title: column.title.en })),
      filters: wireNames(filters),
    })),
    sections: sources.sections().map(({ name }) => name),
  };
}
