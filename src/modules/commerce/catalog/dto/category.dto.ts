import { DateField, IdField, Input, Output, PageOf, PartialOf, StringField } from '../../../../core/web/dto';
import type { Category } from '../entities/category.entity';

@Output('Category')
export class CategoryDto {
  @IdField()
  id: string;

  @StringField({ max: 120, example: 'Art Supplies' })
  name: string;

  @StringField({ min: 0, max: 1000, example: 'Paint, paper and brushes.' })
  description: string;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('CategoryPage')
export class CategoryPage extends PageOf(CategoryDto) {}

@Input('CreateCategoryInput')
export class CreateCategoryInput {
  @StringField({ max: 120, as: 'name', example: 'Art Supplies' })
  name: string;

  @StringField({ optional: true, min: 0, max: 1000, default: '', example: 'Paint, paper and brushes.' })
  description?: string;
}

@Input('UpdateCategoryInput')
export class UpdateCategoryInput extends PartialOf(CreateCategoryInput) {}

export function toCategoryDto({ id, name, description, createdAt, updatedAt }: Category): CategoryDto {
  return { id, name, description, createdAt, updatedAt };
}
