import { DateField, DayField, IdField, Input, Output, PageOf, PartialOf, StringField } from '../../../core/dto';
import type { SchoolTerm } from '../entities/school-term.entity';

@Output('SchoolTerm', 'A part of a school year.')
export class TermDto {
  @IdField()
  id: string;

  @StringField({ max: 100, example: 'Autumn 2026' })
  name: string;

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

@Input('CreateTermInput')
export class CreateTermInput {
  @StringField({ max: 100, pattern: /\S/, shape: 'must not be blank', example: 'Autumn 2026' })
  name: string;

  @DayField({ description: 'First day; no day belongs to two terms.', example: '2026-08-31' })
  startsOn: string;

  @DayField({ description: 'Last day.', example: '2026-12-18' })
  endsOn: string;
}

@Input('UpdateTermInput')
export class UpdateTermInput extends PartialOf(CreateTermInput) {}

export function toTermDto({ id, name, startsOn, endsOn, closedAt, createdAt, updatedAt }: SchoolTerm): TermDto {
  return { id, name, startsOn, endsOn, closedAt, createdAt, updatedAt };
}
