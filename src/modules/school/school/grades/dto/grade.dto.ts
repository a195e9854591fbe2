import { ArgsType } from '@nestjs/graphql';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  Input,
  IntField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  PartialOf,
  StringField,
} from '../../../../../core/web/dto';
import type { Grade } from '../entities/grade.entity';
import type { GradeVersion } from '../entities/grade-version.entity';

const MAX_BULK = 1000;
const SCORE = { min: 0, max: 100, example: 87.25 };
const WEIGHT = { min: 0.01, max: 100, example: 1 };
const SUBJECT = { max: 100, as: 'name' as const, example: 'Mathematics' };
const ASSESSMENT = { max: 100, as: 'name' as const, example: 'Midterm' };
const COMMENTS = { min: 0, max: 2000, example: 'Well argued.' };
const REASON = { max: 500, example: 'Question 4 was counted twice.' };
const INT_MAX = 2_147_483_647;

@Output('Grade')
export class GradeDto {
  @IdField()
  id: string;

  @IdField()
  studentId: string;

  @IdField()
  classroomId: string;

  @IdField()
  termId: string;

  @StringField(SUBJECT)
  subject: string;

  @StringField({ ...ASSESSMENT, nullable: true, description: 'What was graded; a student has one grade for it.' })
  assessment: string | null;

  @DecimalField({ ...SCORE, description: 'Exact, at most two digits after the point.' })
  score: number;

  @DecimalField({ ...WEIGHT, description: 'How often it counts in a mean.' })
  weight: number;

  @StringField(COMMENTS)
  comments: string;

  @IntField({ min: 1, max: INT_MAX, example: 1, description: 'Of its history, from 1.' })
  version: number;

  @DateField()
  createdAt: Date;

  @DateField({ description: 'Since when it is so.' })
  updatedAt: Date;
}

@Output('GradePage')
export class GradePage extends PageOf(GradeDto) {}

const AS_OF = 'As the grades were at this instant.';

export class AsOfQuery {
  @DateField({ optional: true, description: AS_OF })
  asOf?: Date;
}

@ArgsType()
export class GradeQuery extends PageQuery {
  @IdField({ optional: true, description: 'Only of this student.' })
  studentId?: string;

  @IdField({ optional: true, description: 'Only of this classroom.' })
  classroomId?: string;

  @IdField({ optional: true, description: 'Only of this term.' })
  termId?: string;

  @StringField({ optional: true, max: 100, description: 'Only of this subject.' })
  subject?: string;

  @DateField({ optional: true, description: AS_OF })
  asOf?: Date;
}

@Input('CreateGradeInput')
export class CreateGradeInput {
  @IdField({ description: 'In the classroom now.' })
  studentId: string;

  @IdField()
  classroomId: string;

  @StringField(SUBJECT)
  subject: string;

  @DecimalField({ ...SCORE, description: 'At most two digits after the point; a number or its text.' })
  score: number;

  @StringField({ ...COMMENTS, optional: true, default: '' })
  comments?: string;

  @StringField({ ...ASSESSMENT, optional: true, nullable: true, description: 'What was graded, if it has a name.' })
  assessment?: string | null;

  @DecimalField({ ...WEIGHT, optional: true, default: 1, description: 'How often it counts in a mean.' })
  weight?: number;

  @IdField({ optional: true, description: 'The open term of today when left out.' })
  termId?: string;
}

@Input('ReplaceGradeInput', 'What is left out gets its default; student, classroom and term stay.')
export class ReplaceGradeInput {
  @StringField(SUBJECT)
  subject: string;

  @DecimalField(SCORE)
  score: number;

  @StringField({ ...COMMENTS, optional: true, default: '' })
  comments?: string;

  @StringField({ ...ASSESSMENT, optional: true, nullable: true })
  assessment?: string | null;

  @DecimalField({ ...WEIGHT, optional: true, default: 1 })
  weight?: number;

  @StringField({ ...REASON, optional: true, description: 'Why; kept in the history.' })
  reason?: string;
}

@Input('UpdateGradeInput')
export class UpdateGradeInput extends PartialOf(ReplaceGradeInput) {}

export class DeleteGradeQuery {
  @StringField({ ...REASON, optional: true, description: 'Why; kept in the history.' })
  reason?: string;
}

@Output('GradeVersion', 'A value a grade had.')
export class GradeVersionDto {
  @IntField({ min: 1, max: INT_MAX, example: 1 })
  version: number;

  @StringField(SUBJECT)
  subject: string;

  @StringField({ ...ASSESSMENT, nullable: true })
  assessment: string | null;

  @DecimalField(SCORE)
  score: number;

  @DecimalField(WEIGHT)
  weight: number;

  @StringField(COMMENTS)
  comments: string;

  @BooleanField({ example: false, description: 'Whether this was its deletion.' })
  deleted: boolean;

  @IdField({ nullable: true, description: 'Who.' })
  actorId: string | null;

  @StringField({ max: 200, nullable: true, example: 'Tomás Herrera' })
  actorName: string | null;

  @StringField({ ...REASON, min: 0, description: 'Why, in their words.' })
  reason: string;

  @DateField({ description: 'From when on.' })
  createdAt: Date;
}

@Output('GradeVersionPage')
export class GradeVersionPage extends PageOf(GradeVersionDto) {}

@Input('BulkGradeRow')
export class BulkGradeRow {
  @IdField()
  studentId: string;

  @DecimalField(SCORE)
  score: number;

  @StringField({ ...COMMENTS, optional: true, description: 'Left out, those of the grade stay.' })
  comments?: string;

  @IntField({
    optional: true,
    min: 0,
    max: INT_MAX,
    example: 1,
    description: 'Of the grade that was read, 0 for none: where another is stored, the row is refused.',
  })
  version?: number;
}

@Input(
  'BulkGradesInput',
  'Grades of one assessment. With a name, a student who has a grade for it gets that one changed.',
)
export class BulkGradesInput {
  @IdField({ optional: true, description: 'The open term of today when left out.' })
  termId?: string;

  @StringField(SUBJECT)
  subject: string;

  @StringField({ ...ASSESSMENT, optional: true, nullable: true, description: 'Without it every row makes a grade.' })
  assessment?: string | null;

  @DecimalField({ ...WEIGHT, optional: true, description: 'Left out, 1 for a new grade.' })
  weight?: number;

  @StringField({ ...REASON, optional: true, description: 'Why; kept in the history.' })
  reason?: string;

  @ObjectListField(() => BulkGradeRow, { minItems: 1, maxItems: MAX_BULK })
  grades: BulkGradeRow[];
}

/** What became of a row. */
export const ROW_STATUSES = ['created', 'updated', 'unchanged', 'refused'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

@Output('BulkGradeResult')
export class BulkGradeResultDto {
  @IdField()
  studentId: string;

  @EnumField(ROW_STATUSES, { example: 'created' })
  status: RowStatus;

  @IdField({ nullable: true, description: 'null for a refused row.' })
  gradeId: string | null;

  @StringField({ max: 50, nullable: true, example: null, description: 'Why it was refused.' })
  code: string | null;
}

@Output('BulkGrades')
export class BulkGradesDto {
  @ObjectListField(() => BulkGradeResultDto, { description: 'One for each row, in their order.' })
  results: BulkGradeResultDto[];
}

/** A grade as statements read it. */
export type GradeRow = Omit<Grade, 'deletedAt' | 'classroom' | 'term' | 'giveId'>;

export function toGradeDto(row: GradeRow): GradeDto {
  const { id, studentId, classroomId, termId, subject, assessment, comments, version, createdAt, updatedAt } = row;
  const { score, weight } = points(row);
  return {
    ...{ id, studentId, classroomId, termId, subject, assessment, score, weight, comments, version },
    ...{ createdAt, updatedAt },
  };
}

/** @param names full names by user id */
export function toGradeVersionDto(row: GradeVersion, names: ReadonlyMap<string, string>): GradeVersionDto {
  const { version, subject, assessment, comments, deleted, actorId, reason, createdAt } = row;
  const actorName = actorId === null ? null : (names.get(actorId) ?? null);
  return { version, subject, assessment, ...points(row), comments, deleted, actorId, actorName, reason, createdAt };
}

/** Hundredths as the number whose shortest text has just these digits. */
function points(row: Pick<Grade, 'scoreHundredths' | 'weightHundredths'>): { score: number; weight: number } {
  return { score: row.scoreHundredths / 100, weight: row.weightHundredths / 100 };
}

/** The other way round; checked by the field to have no more than two digits after the point. */
export const hundredths = (value: number): number => Math.round(value * 100);
