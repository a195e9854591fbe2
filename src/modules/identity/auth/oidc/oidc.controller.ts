import { Controller, Delete, Get, Headers, Param, Post, Query, Redirect } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, RequireRecentAuth, Principal, Public, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions } from '../../../../core/web/http';
import {
  BeginLoginQuery,
  IdentityDto,
  IdentityPage,
  IdentityProviderDto,
  IdentityProviderPage,
  LinkBegunDto,
} from './dto/oidc.dto';
import { IdentitiesService } from './identities.service';
import type { ProviderAnswer } from './identity';
import {
  IdentityNotFound,
  IdentityProviderNotFound,
  IdentityProviderUnavailable,
  LastLoginMethod,
} from './oidc.errors';
import { OidcService, Redirection } from './oidc.service';

const PROVIDER = { name: 'provider', schema: { type: 'string' } } as const;

@ApiTags('auth')
@Controller(`${API_PREFIX}/auth`)
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly identities: IdentitiesService,
  ) {}

  @Get('oauth')
  @Summary('The providers one can log in through.')
  @Public()
  @Responds(200, IdentityProviderPage)
  providers(): Page<IdentityProviderDto> {
    return this.oidc.list();
  }

  @Get('oauth/:provider')
  @Summary('Sends the browser to the provider, which sends it back to the callback.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @ApiParam(PROVIDER)
  @Redirect()
  @Responds(302, null, [IdentityProviderNotFound, IdentityProviderUnavailable])
  begin(@Param('provider') provider: string, @Query() query: BeginLoginQuery): Promise<Redirection> {
    return this.oidc.begin(provider, query);
  }

  @Get('oauth/:provider/callback')
  @Summary('Where the provider sends the browser: opens a session in a cookie, or goes to a page with `error`.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @ApiParam(PROVIDER)
  @ApiQuery({ name: 'state', required: false, schema: { type: 'string' } })
  @ApiQuery({ name: 'code', required: false, schema: { type: 'string' } })
  @ApiQuery({ name: 'error', required: false, schema: { type: 'string' } })
  @Redirect()
  @Responds(302, null, [IdentityProviderNotFound])
  end(
    @Param('provider') provider: string,
    @Query() answer: ProviderAnswer,
    @Headers('cookie') cookies?: string,
  ): Promise<Redirection> {
    return this.oidc.end(provider, answer, cookies);
  }

  @Post('oauth/:provider/link')
  @Summary('Begins to add an identity to my account; the browser that asks goes to the address in the answer.')
  @Require()
  @RequireRecentAuth()
  @RouteOptions({ rateGroup: 'auth' })
  @ApiParam(PROVIDER)
  @Responds(200, LinkBegunDto, [IdentityProviderNotFound, IdentityProviderUnavailable])
  link(@CurrentUser() user: Principal, @Param('provider') provider: string): Promise<LinkBegunDto> {
    return this.oidc.link(user, provider);
  }

  @Get('identities')
  @Summary('My identities at providers, all of them.')
  @Require()
  @Responds(200, IdentityPage)
  list(@CurrentUser() user: Principal): Promise<Page<IdentityDto>> {
    return this.identities.list(user);
  }

  @Delete('identities/:id')
  @Summary('Removes one of them; it logs nobody in any more.')
  @Require()
  @RequireRecentAuth()
  @Responds(204, null, [IdentityNotFound, LastLoginMethod])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.identities.remove(user, id);
  }
}
