import { Query, Resolver } from '@nestjs/graphql';
import { CurrentUser, Principal, Require } from '../../../core/web/access';
import { UserDto } from './dto/user.dto';
import { UsersService } from './users.service';

@Resolver(() => UserDto)
export class UsersResolver {
  constructor(private readonly users: UsersService) {}

  @Query(() => UserDto, { description: 'Who I am.' })
  @Require()
  me(@CurrentUser() user: Principal): Promise<UserDto> {
    return this.users.byId(user.userId);
  }
}
