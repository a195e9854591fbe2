import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require, RequireRecentAuth } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { UsersPermission } from '../../users';
import { ServiceTokenNotFound } from '../auth.errors';
import {
  CreateServiceTokenInput,
  NewServiceTokenDto,
  ServiceTokenDto,
  ServiceTokenPage,
} from './dto/service-token.dto';
import { ServiceTokens } from './service-tokens';

@ApiTags('single sign-on')
@Controller(`${API_PREFIX}/auth/service-tokens`)
export class ServiceTokensController {
  constructor(private readonly tokens: ServiceTokens) {}

  @Get()
  @Summary('Tokens of services, the newest first.')
  @Require(UsersPermission.Manage)
  @Responds(200, ServiceTokenPage)
  list(@Query() query: PageQuery): Promise<Page<ServiceTokenDto>> {
    return this.tokens.list(query);
  }

  @Post()
  @Summary('Makes an account for a service, and its token, which is shown this once.')
  @Require(UsersPermission.Manage)
  @RequireRecentAuth()
  @Responds(201, NewServiceTokenDto)
  create(@CurrentUser() user: Principal, @Body() input: CreateServiceTokenInput): Promise<NewServiceTokenDto> {
    return this.tokens.create(user, input);
  }

  @Delete(':id')
  @Summary('Ends a token of a service; what the service has made stays.')
  @Require(UsersPermission.Manage)
  @Responds(204, null, [ServiceTokenNotFound])
  remove(@IdParam() id: string): Promise<void> {
    return this.tokens.delete(id);
  }
}
