import { Injectable } from '@nestjs/common';
import { GraphqlContext, loaderOf } from '../../core/graphql';
import { UsersService } from '../users';
import { PersonDto } from './dto/person.dto';

/** Names of teachers and students for GraphQL. */
@Injectable()
export class People {
  constructor(private readonly users: UsersService) {}

  /** One query for all of a level. */
  load(context: GraphqlContext, id: string): Promise<PersonDto> {
    return loaderOf(context, 'school.person', (ids) => this.byIds(ids)).load(id);
  }

  private async byIds(ids: readonly string[]): Promise<PersonDto[]> {
    const names = await this.users.namesOf(ids);
    return ids.map((id) => ({ id, fullName: names.get(id) ?? '' }));
  }
}
