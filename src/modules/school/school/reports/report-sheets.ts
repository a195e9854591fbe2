import { dayText, DEFAULT_READER, instantFigures, Reader } from '../../../../core/kernel/text';
import type { Cell, Document, DocumentColumn, VerificationStamp, DocumentTable } from '../../../../core/tabular';
import type { ClassroomReportDto, OverviewDto, TranscriptDto, TranscriptLineDto } from './dto/report.dto';
import type { IssuedTranscriptDto } from '../transcripts/dto/transcript.dto';
import { MIN_OTHERS } from '../visibility';
import { REPORT_WORDS, ReportWords } from './report-words';

const meansOf = ({ grades, mean, scale }: ReportWords): readonly DocumentColumn[] => [
  { title: grades, kind: 'count' },
  { title: mean, kind: 'mean' },
  { title: scale, kind: 'bar' },
];
const lineColumnsOf = (words: ReportWords): readonly DocumentColumn[] => [
  { title: words.subject, kind: 'text' },
  { title: words.classroom, kind: 'text' },
  { title: words.grades, kind: 'count' },
  { title: words.mean, kind: 'mean' },
  { title: words.class, kind: 'count' },
  { title: words.scale, kind: 'bar' },
];

/** A classroom's report. @param reader in whose language, and by whose clock times are told */
export function classroomSheet(report: ClassroomReportDto, reader: Reader = DEFAULT_READER): Document {
  const { classroomName, count, mean, median, stddev, min, max, distribution, bySubject, byStudent } = report;
  const words = REPORT_WORDS[reader.locale];
  const table = (title: string, name: string, groups: ClassroomReportDto['bySubject']): DocumentTable => ({
    title,
    columns: [{ title: name, kind: 'text' }, ...meansOf(words)],
    lines: groups.map((one) => [one.name, one.count, one.mean, one.mean]),
  });
  return {
    brand: words.brand,
    title: words.classroomOf(classroomName),
    subtitle: sliceOf(report, reader),
    parts: [
      {
        facts: [
          [words.grades, count],
          [words.mean, mean],
          [words.median, median],
          [words.deviation, stddev],
          [words.lowest, min],
          [words.highest, max],
        ],
        charts: [
          {
            title: words.spread,
            bars: distribution.map(({ from, to, count: value }) => ({ label: `${from}–${to}`, value })),
          },
        ],
        tables: [table(words.bySubject, words.subject, bySubject), table(words.byStudent, words.student, byStudent)],
      },
    ],
    note: words.meanNote,
  };
}

/** A student's transcript as it is now, or was; with its seal if just this was issued. */
export function transcriptSheet(transcript: TranscriptDto, reader: Reader = DEFAULT_READER): Document {
  const { partial, issue, studentName } = transcript;
  const words = REPORT_WORDS[reader.locale];
  const note = words.classNote(MIN_OTHERS);
  return {
    ...sheetOf(transcript, words, sliceOf(transcript, reader)),
    title: partial ? words.partOf(studentName) : words.transcriptOf(studentName),
    note: issue ? note : `${partial ? words.partNote : words.copyNote} ${note}`,
    seal: issue ? sealOf(issue, '', reader) : undefined,
  };
}

/** A transcript as it was issued, in the language of who asks for the paper. */
export function issuedSheet(issued: IssuedTranscriptDto, reader: Reader = DEFAULT_READER): Document {
  const { term, studentName, revokedAt } = issued;
  const words = REPORT_WORDS[reader.locale];
  return {
    ...sheetOf(issued, words, sliceOf({ term, asOf: null }, reader)),
    title: words.transcriptOf(studentName ?? ''),
    note: words.classNote(MIN_OTHERS),
    seal: sealOf(issued, revokedAt ? words.revoked(dayText(revokedAt, reader)) : '', reader),
  };
}

/** The whole school. */
export function overviewSheet(overview: OverviewDto, reader: Reader = DEFAULT_READER): Document {
  const { students, classrooms, grades, mean, byClassroom } = overview;
  const words = REPORT_WORDS[reader.locale];
  return {
    brand: words.brand,
    title: words.school,
    subtitle: sliceOf(overview, reader),
    parts: [
      {
        facts: [
          [words.students, students],
          [words.classrooms, classrooms],
          [words.grades, grades],
          [words.mean, mean],
        ],
        tables: [
          {
            title: words.byClassroom,
            columns: [{ title: words.classroom, kind: 'text' }, ...meansOf(words)],
            lines: byClassroom.map((one) => [one.name, one.count, one.mean, one.mean]),
          },
        ],
      },
    ],
  };
}

type Said = Pick<TranscriptDto, 'count' | 'mean' | 'lines'>;

function sheetOf({ count, mean, lines }: Said, words: ReportWords, subtitle: string): Omit<Document, 'title'> {
  const terms = [...new Set(lines.map(({ term }) => term))];
  return {
    brand: words.brand,
    subtitle,
    parts: [
      {
        facts: [
          [words.meanOfAll, mean],
          [words.grades, count],
          [words.subjects, new Set(lines.map(({ subject }) => subject)).size],
          [words.terms, terms.length],
        ],
        tables: terms.map((term) => ({
          title: term,
          columns: lineColumnsOf(words),
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
  return { code, url, signature, issuedOn: dayText(issuedAt, reader), warning };
}

function sliceOf({ term, asOf }: { term: string | null; asOf: Date | null }, reader: Reader): string {
  const { locale, timeZone } = reader;
  const words = REPORT_WORDS[locale];
  const timeOf = (instant: Date): string => `${instantFigures(instant, timeZone).slice(11)} ${timeZone}`;
  return [term ?? words.allTerms, asOf && words.asOf(dayText(asOf, reader), timeOf(asOf))].filter(Boolean).join(' · ');
}
