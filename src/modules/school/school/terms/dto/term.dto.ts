import {
  DateField,
  DayField,
  IdField,
  Input,
  Output,
  ObjectListField,
  PageOf,
  PageQuery,
  PartialOf,
  StringField,
} from '../../../../../core/web/dto';
import type { SchoolTerm } from '../entities/school-term.entity';

const YEAR = { max: 20, as: 'name' as const, example: '2026/27' };

@Output('SchoolTerm', 'A part of a school year.')
export class TermDto {
  @IdField()
  id: string;

  @StringField({ max: 100, example: 'Autumn 2026' })
  name: string;

  @StringField({ ...YEAR, nullable: true })
  schoolYear: string | null;

  @DayField({ description: 'First day.' })
  startsOn: string;

  @DayField({ description: 'Last day.' })
  endsOn: string;

  @DateField({ nullable: true, description: 'Since when nothing in it changes; null while it is open.' })
  closedAt: Date | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('SchoolTermPage')
export class TermPage extends PageOf(TermDto) {}

export class TermQuery extends PageQuery {
  @StringField({ ...YEAR, optional: true })
  schoolYear?: string;
}

@Input('CloseYearInput')
export class CloseYearInput {
  @StringField(YEAR)
  schoolYear: string;
}

@Output('SchoolYear')
export class SchoolYearDto {
  @StringField(YEAR)
  schoolYear: string;

  @ObjectListField(() => TermDto, { description: 'All of its terms, the first first.' })
  terms: TermDto[];
}

@Input('CreateTermInput')
export class CreateTermInput {
  @StringField({ max: 100, as: 'name', example: 'Autumn 2026' })
  name: string;

  @StringField({ ...YEAR, optional: true, nullable: true })
  schoolYear?: string | null;

  @DayField({ description: 'First day; no day belongs to two terms.', example: '2026-08-31' })
  startsOn: string;

  @DayField({ description: 'Last day.', example: '2026-12-18' })
  endsOn: string;
}

@Input('UpdateTermInput')
export class UpdateTermInput extends PartialOf(CreateTermInput) {}

export function toTermDto({
  id,
  name,
  schoolYear,
  startsOn,
  endsOn,
  closedAt,
  createdAt,
  updatedAt,
}: SchoolTerm): TermDto {
  return { id, name, schoolYear, startsOn, endsOn, closedAt, createdAt, updatedAt };
}
