import { IdField, Output, StringField } from '../../../../core/web/dto';

@Output('Person', 'What the school shows of an account.')
export class PersonDto {
  @IdField()
  id: string;

  @StringField({ max: 200, example: 'Sana Malik' })
  fullName: string;
}
