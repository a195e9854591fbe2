import { csvLine } from '../../../core/sheets';
import type { ClassroomReportDto, OverviewDto, TranscriptDto } from '../dto/report.dto';

const GROUP = ['kind', 'name', 'count', 'mean'];

/** A line for the whole, each subject and each student. */
export function classroomCsv({ classroomName, count, mean, bySubject, byStudent }: ClassroomReportDto): string {
  return [
    GROUP,
    ['classroom', classroomName, count, mean],
    ...bySubject.map((one) => ['subject', one.name, one.count, one.mean]),
    ...byStudent.map((one) => ['student', one.name, one.count, one.mean]),
  ]
    .map(csvLine)
    .join('');
}

/** A line for each subject of a classroom and term. */
export function transcriptCsv({ lines }: TranscriptDto): string {
  const cells = lines.map(({ term, classroom, subject, count, mean }) => [term, classroom, subject, count, mean]);
  return [['term', 'classroom', 'subject', 'count', 'mean'], ...cells].map(csvLine).join('');
}

/** A line for the school and each classroom. */
export function overviewCsv({ grades, mean, byClassroom }: OverviewDto): string {
  const cells = byClassroom.map((one) => ['classroom', one.name, one.count, one.mean]);
  return [GROUP, ['school', '', grades, mean], ...cells].map(csvLine).join('');
}
