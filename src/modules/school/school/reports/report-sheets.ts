import { dayText, DEFAULT_READER, instantFigures, Reader } from '../../../../core/kernel/text';
import type { Cell, Document, DocumentColumn, VerificationStamp, DocumentTable } from '../../../../core/tabular';
import type { ClassroomReportDto, OverviewDto, TranscriptDto, TranscriptLineDto } from './dto/report.dto';
import type { IssuedTranscriptDto } from '../transcripts/dto/transcript.dto';
import { MIN_OTHERS } from '../visibility';

const BRAND = 'ATRIUM SCHOOL';
const MEANS: readonly DocumentColumn[] = [
  { title: 'Grades', kind: 'count' },
  { title: 'Mean', kind: 'mean' },
  { title: '0 to 100', kind: 'bar' },
];
const LINES: readonly DocumentColumn[] = [
  { title: 'Subject', kind: 'text' },
  { title: 'Classroom', kind: 'text' },
  { title: 'Grades', kind: 'count' },
  { title: 'Mean', kind: 'mean' },
  { title: 'Class', kind: 'count' },
  { title: '0 to 100', kind: 'bar' },
];
const CLASS_NOTE =
  `“Class” is the mean of the class, each student counting once, in whole points; it is told of closed terms and of
  more than ${MIN_OTHERS} students alone. Means are weighted, two decimals, rounded half up.`.replace(/\s+/g, ' ');

/** A classroom's report. @param reader by whose clock times are told */
export function classroomSheet(report: ClassroomReportDto, reader: Reader = DEFAULT_READER): Document {
  const { classroomName, count, mean, median, stddev, min, max, distribution, bySubject, byStudent } = report;
  const table = (title: string, name: string, groups: ClassroomReportDto['bySubject']): DocumentTable => ({
    title,
    columns: [{ title: name, kind: 'text' }, ...MEANS],
    lines: groups.map((one) => [one.name, one.count, one.mean, one.mean]),
  });
  return {
    brand: BRAND,
    title: `Classroom ${classroomName}`,
    subtitle: sliceOf(report, reader),
    parts: [
      {
        facts: [
          ['Grades', count],
          ['Mean', mean],
          ['Median', median],
          ['Deviation', stddev],
          ['Lowest', min],
          ['Highest', max],
        ],
        charts: [
          {
            title: 'How the scores are spread',
            bars: distribution.map(({ from, to, count: value }) => ({ label: `${from}–${to}`, value })),
          },
        ],
        tables: [table('By subject', 'Subject', bySubject), table('By student', 'Student', byStudent)],
      },
    ],
    note: 'The mean is weighted; everything else is over the scores as they are. Two decimals, rounded half up.',
  };
}

/** A student's transcript as it is now, or was; with its seal if just this was issued. */
export function transcriptSheet(transcript: TranscriptDto, reader: Reader = DEFAULT_READER): Document {
  const { partial, issue } = transcript;
  const copy = partial
    ? 'A part of the transcript alone, and not signed.'
    : 'A copy for your own use: it is not signed. Ask the school to issue it where it must be shown to others.';
  return {
    ...sheetOf(transcript, partial ? 'Part of the transcript of' : 'Transcript of', sliceOf(transcript, reader)),
    note: issue ? CLASS_NOTE : `${copy} ${CLASS_NOTE}`,
    seal: issue ? sealOf(issue, '', reader) : undefined,
  };
}

/** A transcript as it was issued. */
export function issuedSheet(issued: IssuedTranscriptDto, reader: Reader = DEFAULT_READER): Document {
  const { term, studentName, revokedAt } = issued;
  const warning = revokedAt ? `REVOKED on ${dayOf(revokedAt, reader)}: this transcript is no longer vouched for.` : '';
  return {
    ...sheetOf({ ...issued, studentName: studentName ?? '' }, 'Transcript of', sliceOf({ term, asOf: null }, reader)),
    note: CLASS_NOTE,
    seal: sealOf(issued, warning, reader),
  };
}

/** The whole school. */
export function overviewSheet(overview: OverviewDto, reader: Reader = DEFAULT_READER): Document {
  const { students, classrooms, grades, mean, byClassroom } = overview;
  return {
    brand: BRAND,
    title: 'The school',
    subtitle: sliceOf(overview, reader),
    parts: [
      {
        facts: [
          ['Students', students],
          ['Classrooms', classrooms],
          ['Grades', grades],
          ['Mean', mean],
        ],
        tables: [
          {
            title: 'By classroom',
            columns: [{ title: 'Classroom', kind: 'text' }, ...MEANS],
            lines: byClassroom.map((one) => [one.name, one.count, one.mean, one.mean]),
          },
        ],
      },
    ],
  };
}

type Said = Pick<TranscriptDto, 'studentName' | 'count' | 'mean' | 'lines'>;

function sheetOf({ studentName, count, mean, lines }: Said, what: string, subtitle: string): Document {
  const terms = [...new Set(lines.map(({ term }) => term))];
  return {
    brand: BRAND,
    title: `${what} ${studentName}`,
    subtitle,
    parts: [
      {
        facts: [
          ['Mean of all', mean],
          ['Grades', count],
          ['Subjects', new Set(lines.map(({ subject }) => subject)).size],
          ['Terms', terms.length],
        ],
        tables: terms.map((term) => ({
          title: term,
          columns: LINES,
          lines: lines.filter((line) => line.term === term).map(rowOf),
        })),
      },
    ],
  };
}

const rowOf = ({ subject, classroom, count, mean, classMean }: TranscriptLineDto): Cell[] => {
  return [subject, classroom, count, mean, classMean, mean];
};

function sealOf(
  { code, url, issuedAt, signature }: Omit<VerificationStamp, 'issuedOn' | 'warning'> & { issuedAt: Date },
  warning: string,
  reader: Reader,
): VerificationStamp {
  return { code, url, signature, issuedOn: dayOf(issuedAt, reader), warning };
}

function sliceOf({ term, asOf }: { term: string | null; asOf: Date | null }, reader: Reader): string {
  const { timeZone } = reader;
  const when = asOf ? ` · as of ${dayOf(asOf, reader)}, ${instantFigures(asOf, timeZone).slice(11)} ${timeZone}` : '';
  return `${term ?? 'All terms'}${when}`;
}

/** In English, as all that is printed here. */
const dayOf = (date: Date, { timeZone }: Reader): string => dayText(date, { locale: 'en', timeZone });
