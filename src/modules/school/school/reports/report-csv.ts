import { csvLine } from '../../../../core/tabular';
import type { ClassroomReportDto, OverviewDto, TranscriptDto } from './dto/report.dto';

const GROUP = ['kind', 'name', 'count', 'mean'];
const SPREAD = ['median', 'stddev', 'min', 'max'];

/** A line for the whole, each subject, each student and each ten points of the distribution. */
export function classroomCsv(report: ClassroomReportDto): string {
  const { classroomName, count, mean, median, stddev, min, max, bySubject, byStudent, distribution } = report;
  const none = SPREAD.map(() => null);
  return [
    [...GROUP, ...SPREAD],
    ['classroom', classroomName, count, mean, median, stddev, min, max],
    ...bySubject.map((one) => ['subject', one.name, one.count, one.mean, ...none]),
    ...byStudent.map((one) => ['student', one.name, one.count, one.mean, ...none]),
    ...distribution.map(({ from, to, count: many }) => ['scores', `${from} to ${to}`, many, null, ...none]),
  ]
    .map(csvLine)
    .join('');
}

/** A line for each subject of a classroom and term. */
export function transcriptCsv({ lines }: TranscriptDto): string {
  const head = ['term', 'classroom', 'subject', 'count', 'mean', 'class_mean', 'class_median'];
  const cells = lines.map(({ term, classroom, subject, count, mean, classMean, classMedian }) => [
    term,
    classroom,
    subject,
    count,
    mean,
    classMean,
    classMedian,
  ]);
  return [head, ...cells].map(csvLine).join('');
}

/** A line for the school and each classroom. */
export function overviewCsv({ grades, mean, byClassroom }: OverviewDto): string {
  const cells = byClassroom.map((one) => ['classroom', one.name, one.count, one.mean]);
  return [GROUP, ['school', '', grades, mean], ...cells].map(csvLine).join('');
}
