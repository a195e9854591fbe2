import { DateField, IdField, Input, Output, PageOf, StringField } from '../../../../core/web/dto';
import type { {{Singular}} } from '../entities/{{singular}}.entity';

@Output('{{Singular}}')
export class {{Singular}}Dto {
  @IdField()
  id: string;

  @StringField({ max: 200, example: 'An example' })
  title: string;

  @DateField({ nullable: true })
  checkedAt: Date | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('{{Singular}}Page')
export class {{Singular}}Page extends PageOf({{Singular}}Dto) {}

@Input('Create{{Singular}}Input')
export class Create{{Singular}}Input {
  @StringField({ max: 200, example: 'An example' })
  title: string;
}

export function to{{Singular}}Dto({ id, title, checkedAt, createdAt, updatedAt }: {{Singular}}): {{Singular}}Dto {
  return { id, title, checkedAt, createdAt, updatedAt };
}
