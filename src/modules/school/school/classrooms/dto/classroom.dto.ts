import { ArgsType } from '@nestjs/graphql';
import {
  DateField,
  IdField,
  Input,
  IntField,
  Output,
  PageOf,
  PageQuery,
  PartialOf,
  StringField,
} from '../../../../../core/web/dto';
import type { Classroom } from '../entities/classroom.entity';

const MAX_CAPACITY = 1000;
const LEVELS = { min: 1, max: 13 };

@Output('Classroom')
export class ClassroomDto {
  @IdField()
  id: string;

  @StringField({ max: 120, example: '7b' })
  name: string;

  @IntField({ ...LEVELS, example: 7, description: 'Year of school.' })
  gradeLevel: number;

  @IdField()
  teacherId: string;

  @IntField({ nullable: true, min: 1, max: MAX_CAPACITY, example: 30, description: 'null for any number.' })
  capacity: number | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('ClassroomPage')
export class ClassroomPage extends PageOf(ClassroomDto) {}

@ArgsType()
export class ClassroomQuery extends PageQuery {
  @IdField({ optional: true, description: 'Only of this teacher.' })
  teacherId?: string;

  @IntField({ ...LEVELS, optional: true, description: 'Only of this year of school.' })
  gradeLevel?: number;

  @StringField({ optional: true, max: 120, description: 'Part of the name.' })
  q?: string;
}

@Input('CreateClassroomInput')
export class CreateClassroomInput {
  @StringField({ max: 120, as: 'name', example: '7b' })
  name: string;

  @IntField({ ...LEVELS, example: 7, description: 'Year of school.' })
  gradeLevel: number;

  @IdField({ description: 'An active user with the role `teacher`.' })
  teacherId: string;

  @IntField({
    optional: true,
    nullable: true,
    min: 1,
    max: MAX_CAPACITY,
    example: 30,
    description: 'null for any number.',
  })
  capacity?: number | null;
}

@Input('UpdateClassroomInput')
export class UpdateClassroomInput extends PartialOf(CreateClassroomInput) {}

export function toClassroomDto(classroom: Classroom): ClassroomDto {
  const { id, name, gradeLevel, teacherId, capacity, createdAt, updatedAt } = classroom;
  return { id, name, gradeLevel, teacherId, capacity, createdAt, updatedAt };
}
