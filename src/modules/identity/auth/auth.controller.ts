import { Body, Controller, Get, Headers, Post, UseFilters } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, AllowPartialAuth, Principal, Public, Require } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { InactiveUser } from '../../../core/kernel/errors';
import { RouteOptions } from '../../../core/web/http';
import { InvalidMfaCode, MfaNotEnabled, MfaRateLimited } from '../mfa';
import { EmailTaken, UserDto, UsernameTaken, UsersService } from '../users';
import {
  InvalidCredentials,
  InvalidRefreshToken,
  LoginSlowed,
  NoFactor,
  RoleNotAllowed,
  WrongCurrentPassword,
} from './auth.errors';
import { AuthService } from './auth.service';
import {
  LoginInput,
  OAuthTokenDto,
  RefreshInput,
  RegisterInput,
  StepUpInput,
  TokenForm,
  TokenPairDto,
  ValidationDto,
} from './dto/auth.dto';
import { OAuthClientErrors, OAuthErrorFilter } from './oauth-error.filter';
import { SessionsService } from './sessions/sessions.service';
import { StepUpService } from './sessions/step-up.service';

@ApiTags('auth')
@Controller(`${API_PREFIX}/auth`)
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly stepUps: StepUpService,
  ) {}

  @Post('register')
  @Summary('Makes an account.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(201, UserDto, [EmailTaken, UsernameTaken, RoleNotAllowed])
  register(@Body() input: RegisterInput): Promise<UserDto> {
    return this.auth.register(input);
  }

  @Post('login')
  @Summary('Opens a session.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(200, TokenPairDto, [InvalidCredentials, InactiveUser, LoginSlowed])
  login(@Body() input: LoginInput): Promise<TokenPairDto> {
    return this.auth.login(input);
  }

  @Post('token')
  @Summary('OAuth2 token endpoint; errors here as RFC 6749 section 5.2 has them.')
  @Public()
  @RouteOptions({ rateGroup: 'auth', form: TokenForm })
  @UseFilters(OAuthErrorFilter)
  @ApiConsumes('application/x-www-form-urlencoded')
  @Responds(200, OAuthTokenDto, [LoginSlowed])
  @OAuthClientErrors()
  token(@Headers('authorization') authorization: string | undefined, @Body() form: TokenForm): Promise<OAuthTokenDto> {
    return this.auth.token(form, authorization);
  }

  @Post('refresh')
  @Summary('The next pair of tokens.')
  @Public()
  @Responds(200, TokenPairDto, [InvalidRefreshToken, InactiveUser])
  refresh(@Body() input: RefreshInput): Promise<TokenPairDto> {
    return this.sessions.refresh(input.refreshToken);
  }

  @Post('step-up')
  @Summary('Proves once more that it is me: opens, for five minutes, what asks for a fresh proof.')
  @Require()
  @AllowPartialAuth('enrolment')
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(204, null, [InvalidMfaCode, WrongCurrentPassword, MfaNotEnabled, NoFactor, MfaRateLimited, LoginSlowed])
  stepUp(@CurrentUser() user: Principal, @Body() input: StepUpInput): Promise<void> {
    return this.stepUps.stepUp(user, input);
  }

  @Post('logout')
  @Summary('Ends this session.')
  @Require()
  @AllowPartialAuth('mfa', 'enrolment')
  @Responds(204, null)
  logout(@CurrentUser() user: Principal): Promise<void> {
    return this.auth.logout(user);
  }

  @Post('logout-all')
  @Summary('Ends all my sessions.')
  @Require()
  @AllowPartialAuth('enrolment')
  @Responds(204, null)
  logoutAll(@CurrentUser() user: Principal): Promise<void> {
    return this.auth.logoutAll(user);
  }

  @Get('me')
  @Summary('Who I am.')
  @Require()
  @Responds(200, UserDto)
  me(@CurrentUser() user: Principal): Promise<UserDto> {
    return this.users.byId(user.userId);
  }

  @Post('validate')
  @Summary('Whether this token may act, and whose it is: the single sign-on check of other services.')
  @Require()
  @Responds(200, ValidationDto)
  validate(@CurrentUser() user: Principal): Promise<ValidationDto> {
    return this.auth.validate(user);
  }
}
