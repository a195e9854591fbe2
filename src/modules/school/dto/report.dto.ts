import {
  BooleanField,
  DateField,
  DecimalField,
  IdField,
  IntField,
  ObjectListField,
  Output,
  StringField,
} from '../../../core/dto';
import { FormatQuery } from '../../../core/http';

const COUNT = { min: 0, max: 2_147_483_647 };
const SCORE = { min: 0, max: 100, nullable: true, example: 81.25 };

export class ReportQuery extends FormatQuery {
  @IdField({ optional: true, description: 'Only this term.' })
  termId?: string;

  @DateField({ optional: true, description: 'As the grades were at this instant.' })
  asOf?: Date;
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
export class ClassroomReportDto {
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
  @StringField({ max: 100, example: 'Autumn 2026' })
  term: string;

  @StringField({ max: 120, example: '7b' })
  classroom: string;

  @StringField({ max: 100, example: 'Mathematics' })
  subject: string;

  @IntField({ ...COUNT, example: 4 })
  count: number;

  @DecimalField({ ...SCORE, description: 'Weighted.' })
  mean: number | null;
}

@Output('Transcript')
export class TranscriptDto {
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
}

@Output('SchoolOverview')
export class OverviewDto {
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
