import { Injectable } from '@nestjs/common';
import { Validation } from '../../../core/kernel/errors';
import { GraphqlContext, loaderOf } from '../../../core/web/graphql';
import { UsersService } from '../../identity/users';
import { PersonDto } from './dto/person.dto';

/** Teachers and students, of whom the school knows what `users` keeps. */
@Injectable()
export class SchoolMembers {
  constructor(private readonly users: UsersService) {}

  /** @throws Validation naming `student_id` for who is none, or not active */
  async needStudent(id: string): Promise<void> {
    const user = await this.users.findById(id);
    if (user?.isActive && user.roles.includes('student')) return;
    throw new Validation({ errors: [{ field: 'student_id', code: 'student', message: 'must be an active student' }] });
  }

  async isTeacher(id: string): Promise<boolean> {
    return Boolean((await this.users.findById(id))?.roles.includes('teacher'));
  }

  /** Of GraphQL: one query for all of a level. */
  load(context: GraphqlContext, id: string): Promise<PersonDto> {
    return loaderOf(context, 'school.person', (ids) => this.byIds(ids)).load(id);
  }

  private async byIds(ids: readonly string[]): Promise<PersonDto[]> {
    const names = await this.users.namesOf(ids);
    return ids.map((id) => ({ id, fullName: names.get(id) ?? '' }));
  }
}
