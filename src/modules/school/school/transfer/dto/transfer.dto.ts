import {
  BooleanField,
  DayField,
  DecimalField,
  EmailField,
  EnumField,
  IntField,
  Output,
  StringField,
} from '../../../../../core/web/dto';

/** What can be imported and exported, in the order in which a school is filled. */
export const KINDS = ['students', 'classrooms', 'enrollments', 'grades'] as const;
export type Kind = (typeof KINDS)[number];

export class ImportQuery {
  @EnumField(KINDS)
  kind: Kind;

  @BooleanField({ optional: true, default: false, description: 'Does all but keep it.' })
  dryRun?: boolean;
}

export class ExportQuery {
  @EnumField(KINDS)
  kind: Kind;
}

@Output('SchoolImport')
export class ImportDto {
  @EnumField(KINDS, { example: 'students' })
  kind: Kind;

  @IntField({ min: 0, max: 1_000_000, example: 240, description: 'Rows below the header.' })
  rows: number;

  @IntField({ min: 0, max: 1_000_000, example: 240 })
  created: number;

  @IntField({ min: 0, max: 1_000_000, example: 0, description: 'Rows that were there and had other values.' })
  updated: number;

  @BooleanField({ example: false })
  dryRun: boolean;
}

const NAME = { max: 120, as: 'name' as const };
const SUBJECT = { max: 100, as: 'name' as const };

/** A row of each kind; the columns are called as the fields are on the wire. */
export class StudentRow {
  @EmailField()
  email: string;

  @StringField({ max: 200, as: 'name' })
  fullName: string;

  @StringField({
    optional: true,
    min: 3,
    max: 50,
    as: 'typed',
    pattern: /^[A-Za-z0-9]+$/,
    shape: 'letters and digits only',
  })
  username?: string;
}

export class ClassroomRow {
  @StringField(NAME)
  name: string;

  @IntField({ min: 1, max: 13 })
  gradeLevel: number;

  @EmailField()
  teacherEmail: string;

  @IntField({ optional: true, min: 1, max: 1000 })
  capacity?: number;
}

export class EnrollmentImportRow {
  @StringField(NAME)
  classroom: string;

  @EmailField()
  studentEmail: string;

  @DayField({ optional: true })
  enrolledOn?: string;

  @DayField({ optional: true })
  withdrawnOn?: string;
}

export class GradeImportRow {
  @EmailField()
  studentEmail: string;

  @StringField(NAME)
  classroom: string;

  @StringField({ optional: true, max: 100, as: 'name' })
  term?: string;

  @StringField(SUBJECT)
  subject: string;

  @StringField({ ...SUBJECT, optional: true })
  assessment?: string;

  @DecimalField({ min: 0, max: 100 })
  score: number;

  @DecimalField({ optional: true, min: 0.01, max: 100 })
  weight?: number;

  @StringField({ optional: true, max: 2000 })
  comments?: string;
}
