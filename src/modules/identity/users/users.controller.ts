import { Body, Controller, Delete, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../core/web/dto';
import { FreshFactorRequired, PreconditionFailed } from '../../../core/kernel/errors';
import { IfMatch } from '../../../core/web/http';
import { UpdateMeInput, UpdateUserInput, UserExportDto, UserPage, UserQuery } from './dto/manage-users.dto';
import { UserDto } from './dto/user.dto';
import { LastAdmin, UsernameTaken, UserNotFound } from './users.errors';
import { UsersPermission } from './users.permissions';
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

  @Patch('me')
  @Summary('Changes what I am called.')
  @Require()
  @Responds(200, UserDto, [UsernameTaken, PreconditionFailed])
  updateMe(
    @CurrentUser() user: Principal,
    @Body() input: UpdateMeInput,
    @IfMatch() ifMatch?: string,
  ): Promise<UserDto> {
    return this.users.updateMe(user, input, ifMatch);
  }

  @Get('me/export')
  @Summary('Everything kept about me.')
  @Require()
  @Responds(200, UserExportDto)
  export(@CurrentUser() user: Principal): Promise<UserExportDto> {
    return this.users.export(user);
  }

  @Get()
  @Summary('Accounts, newest first.')
  @Require(UsersPermission.Manage)
  @Responds(200, UserPage)
  list(@Query() query: UserQuery): Promise<Page<UserDto>> {
    return this.users.list(query);
  }

  @Get(':id')
  @Summary('One account.')
  @Require(UsersPermission.Manage)
  @Responds(200, UserDto, [UserNotFound])
  byId(@IdParam() id: string): Promise<UserDto> {
    return this.users.byId(id);
  }

  @Patch(':id')
  @Summary('Changes what somebody may do; nobody gives or takes rights they do not have. Rights ask for a fresh proof.')
  @Require(UsersPermission.Manage)
  @Responds(200, UserDto, [FreshFactorRequired, UserNotFound, LastAdmin, PreconditionFailed])
  update(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: UpdateUserInput,
    @IfMatch() ifMatch?: string,
  ): Promise<UserDto> {
    return this.users.update(user, id, input, ifMatch);
  }

  @Delete(':id')
  @Summary('Erases a person; the books keep an empty row.')
  @Require(UsersPermission.Manage)
  @Responds(204, null, [UserNotFound, LastAdmin])
  erase(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.users.erase(user, id);
  }
}
