import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../core/access';
import { Responds, Summary } from '../../core/dto';
import { UserDto } from './dto/user.dto';
import { UsersService } from './users.service';

@ApiTags('users')
@Controller(`${API_PREFIX}/users`)
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('me')
  @Summary('Who I am.')
  @Require()
  @Responds(200, UserDto)
  me(@CurrentUser() user: Principal): Promise<UserDto> {
    return this.users.byId(user.userId);
  }
}
