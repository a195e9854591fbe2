import { Body, Controller, Delete, Get, Headers, Patch, Post, Query, UseFilters } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, RequireRecentAuth, Principal, Public, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions } from '../../../../core/web/http';
import { UsersPermission } from '../../users';
import { ServiceClientNotFound } from '../auth.errors';
import { IntrospectionDto, TokenQuestionForm } from './dto/introspection.dto';
import {
  CreateServiceClientInput,
  NewServiceClientDto,
  ServiceClientDto,
  ServiceClientPage,
  UpdateServiceClientInput,
} from './dto/service-client.dto';
import { OAuthErrorFilter, OAuthClientErrors } from '../oauth-error.filter';
import { ServiceClientsService } from './service-clients.service';
import { TokenIntrospectionService } from './token-introspection.service';

@ApiTags('single sign-on')
@Controller(`${API_PREFIX}/auth`)
export class ServiceClientsController {
  constructor(
    private readonly clients: ServiceClientsService,
    private readonly questions: TokenIntrospectionService,
  ) {}

  @Get('clients')
  @Summary('Services with credentials: they may ask about tokens, and get tokens for themselves.')
  @Require(UsersPermission.Manage)
  @Responds(200, ServiceClientPage)
  list(@Query() query: PageQuery): Promise<Page<ServiceClientDto>> {
    return this.clients.list(query);
  }

  @Post('clients')
  @Summary('Makes credentials for a service; the secret is shown this once.')
  @Require(UsersPermission.Manage)
  @RequireRecentAuth()
  @Responds(201, NewServiceClientDto)
  create(@CurrentUser() user: Principal, @Body() input: CreateServiceClientInput): Promise<NewServiceClientDto> {
    return this.clients.create(user, input);
  }

  @Patch('clients/:id')
  @Summary('Changes the name of a service, or what its own tokens may do.')
  @Require(UsersPermission.Manage)
  @RequireRecentAuth()
  @Responds(200, ServiceClientDto, [ServiceClientNotFound])
  update(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: UpdateServiceClientInput,
  ): Promise<ServiceClientDto> {
    return this.clients.update(user, id, input);
  }

  @Delete('clients/:id')
  @Summary('Withdraws the credentials of a service, and ends its own tokens.')
  @Require(UsersPermission.Manage)
  @Responds(204, null, [ServiceClientNotFound])
  revokeClient(@IdParam() id: string): Promise<void> {
    return this.clients.revoke(id);
  }

  @Post('introspect')
  @Summary('What a token stands for (RFC 7662), for services with credentials.')
  @Public()
  @RouteOptions({ form: TokenQuestionForm })
  @UseFilters(OAuthErrorFilter)
  @ApiConsumes('application/x-www-form-urlencoded')
  @Responds(200, IntrospectionDto)
  @OAuthClientErrors()
  introspect(
    @Headers('authorization') authorization: string | undefined,
    @Body() form: TokenQuestionForm,
  ): Promise<IntrospectionDto> {
    return this.questions.introspect(authorization, form);
  }

  @Post('revoke')
  @Summary('Ends the session of a token (RFC 7009), for services with credentials.')
  @Public()
  @RouteOptions({ form: TokenQuestionForm })
  @UseFilters(OAuthErrorFilter)
  @ApiConsumes('application/x-www-form-urlencoded')
  @Responds(200, null)
  @OAuthClientErrors()
  revoke(@Headers('authorization') authorization: string | undefined, @Body() form: TokenQuestionForm): Promise<void> {
    return this.questions.revoke(authorization, form);
  }
}
