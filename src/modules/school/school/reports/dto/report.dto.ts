import { ArgsType } from '@nestjs/graphql';
import {
  BooleanField,
  DateField,
  DecimalField,
  IdField,
  IntField,
  ObjectField,
  ObjectListField,
  Output,
  StringField,
} from '../../../../../core/web/dto';
import { FormatQuery } from '../../../../../core/web/http';
import { MIN_OTHERS } from '../../visibility';

const COUNT = { min: 0, max: 2_147_483_647 };
const WHOLE = { min: 0, max: 100, nullable: true, example: 74 };
const SCORE = { min: 0, max: 100, nullable: true, example: 81.25 };

const OF_TERM = { optional: true, description: 'Only this term.' };
const AS_OF = { optional: true, description: 'As the grades were at this instant.' };
const CLASS = `null while the term is open, of the past, and of fewer than ${MIN_OTHERS} others`;

/** What of the grades is looked at. */
@ArgsType()
export class ReportSlice {
  @IdField(OF_TERM)
  termId?: string;

  @DateField(AS_OF)
  asOf?: Date;
}

@ArgsType()
export class TranscriptArgs extends ReportSlice {
  @IdField()
  studentId: string;
}

export class ReportQuery extends FormatQuery implements ReportSlice {
  @IdField(OF_TERM)
  termId?: string;

  @DateField(AS_OF)
  asOf?: Date;
}

/** What every report says of itself. */
class ReportDto {
  @StringField({ max: 100, nullable: true, example: 'Autumn 2026', description: 'null for all terms.' })
  term: string | null;

  @DateField({ nullable: true, description: 'null for now.' })
  asOf: Date | null;
}

@Output('ReportBucket', 'Scores from `from` up to `to`, which belongs to the next; 100 to the last.')
export class BucketDto {
  @IntField({ min: 0, max: 90, example: 80 })
  from: number;

  @IntField({ min: 10, max: 100, example: 90 })
  to: number;

  @IntField({ ...COUNT, example: 12 })
  count: number;
}

@Output('ReportGroup', 'A subject, a student or a classroom.')
export class ReportGroupDto {
  @StringField({ max: 200, example: 'Mathematics' })
  name: string;

  @IdField({ nullable: true, description: 'Of the student or the classroom; null for a subject.' })
  id: string | null;

  @IntField({ ...COUNT, example: 24 })
  count: number;

  @DecimalField({ ...SCORE, description: 'Weighted; null of nothing.' })
  mean: number | null;
}

@Output('ClassroomReport', 'Weighted mean; everything else over the scores as they are. Two decimals, half up.')
export class ClassroomReportDto extends ReportDto {
  @IdField()
  classroomId: string;

  @StringField({ max: 120, example: '7b' })
  classroomName: string;

  @IntField({ ...COUNT, example: 240 })
  count: number;

  @DecimalField(SCORE)
  mean: number | null;

  @DecimalField(SCORE)
  median: number | null;

  @DecimalField({ ...SCORE, description: 'Of the population; null of nothing.' })
  stddev: number | null;

  @DecimalField(SCORE)
  min: number | null;

  @DecimalField(SCORE)
  max: number | null;

  @ObjectListField(() => BucketDto)
  distribution: BucketDto[];

  @ObjectListField(() => ReportGroupDto)
  bySubject: ReportGroupDto[];

  @ObjectListField(() => ReportGroupDto)
  byStudent: ReportGroupDto[];
}

@Output('TranscriptLine', 'A subject of a student in a classroom and a term.')
export class TranscriptLineDto {
  @IdField()
  termId: string;

  @StringField({ max: 100, example: 'Autumn 2026' })
  term: string;

  @IdField()
  classroomId: string;

  @StringField({ max: 120, example: '7b' })
  classroom: string;

  @StringField({ max: 100, example: 'Mathematics' })
  subject: string;

  @IntField({ ...COUNT, example: 4 })
  count: number;

  @DecimalField({ ...SCORE, description: 'Weighted.' })
  mean: number | null;

  @IntField({ ...WHOLE, description: `Mean of the class, each student counting once, in whole points: ${CLASS}.` })
  classMean: number | null;

  @IntField({ ...WHOLE, description: 'Median of the class, likewise.' })
  classMedian: number | null;
}

@Output('TranscriptIssue', 'The last valid issue that says just this.')
export class TranscriptIssueDto {
  @IdField()
  id: string;

  @StringField({ max: 24, example: 'K7M2Q-9XWRA-3D5TN-VB8HC' })
  code: string;

  @StringField({ max: 500, description: 'Where anybody may compare it.' })
  url: string;

  @DateField()
  issuedAt: Date;

  @StringField({ max: 100, description: 'Ed25519, base64url; of code, moment and content.' })
  signature: string;
}

@Output('Transcript')
export class TranscriptDto extends ReportDto {
  @IdField()
  studentId: string;

  @StringField({ max: 200, example: 'Sana Malik' })
  studentName: string;

  @IntField({ ...COUNT, example: 24 })
  count: number;

  @DecimalField({ ...SCORE, description: 'Weighted, over all lines; null of nothing.' })
  mean: number | null;

  @BooleanField({ description: 'Whether the caller sees a part alone: a teacher, of their own classrooms.' })
  partial: boolean;

  @ObjectListField(() => TranscriptLineDto, { description: 'By term, classroom and subject.' })
  lines: TranscriptLineDto[];

  @ObjectField(() => TranscriptIssueDto, { nullable: true, description: 'null for what was not issued.' })
  issue: TranscriptIssueDto | null;
}

@Output('SchoolOverview')
export class OverviewDto extends ReportDto {
  @IntField({ ...COUNT, example: 240 })
  students: number;

  @IntField({ ...COUNT, example: 10 })
  classrooms: number;

  @IntField({ ...COUNT, example: 5200 })
  grades: number;

  @DecimalField(SCORE)
  mean: number | null;

  @ObjectListField(() => ReportGroupDto)
  byClassroom: ReportGroupDto[];
}
