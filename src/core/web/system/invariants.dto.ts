import { BooleanField, DateField, IntField, ObjectListField, Output, StringField } from '../dto';

const INT_MAX = 2_147_483_647;

@Output('InvariantViolation')
export class InvariantViolationDto {
  @StringField({ max: 300, example: 'product:0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a' })
  subject: string;

  @StringField({ max: 1000, example: '5 on hand, 4 by its movements.' })
  detail: string;
}

@Output('InvariantCheck')
export class InvariantCheckDto {
  @StringField({ max: 100, example: 'catalog.stock' })
  name: string;

  @BooleanField({ example: true })
  ok: boolean;

  @IntField({ min: 0, max: INT_MAX, example: 500, description: 'How many things were looked at.' })
  checked: number;

  @ObjectListField(() => InvariantViolationDto, { description: 'The first hundred.' })
  violations: InvariantViolationDto[];
}

@Output('InvariantReport', 'What must hold at any time, and whether it does.')
export class InvariantReport {
  @BooleanField({ example: true })
  ok: boolean;

  @DateField()
  checkedAt: Date;

  @ObjectListField(() => InvariantCheckDto)
  checks: InvariantCheckDto[];
}
