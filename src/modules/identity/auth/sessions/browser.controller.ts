import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, AllowPartialAuth, Principal, Public, Require } from '../../../../core/web/access';
import { Responds, Summary } from '../../../../core/web/dto';
import { InactiveUser } from '../../../../core/kernel/errors';
import { RouteOptions } from '../../../../core/web/http';
import { InvalidMfaCode, MfaAlreadyEnabled, MfaNotEnabled, MfaNotEnrolled, MfaRateLimited } from '../../mfa';
import { InvalidCredentials, LoginSlowed } from '../auth.errors';
import { AuthService } from '../auth.service';
import { LoginInput, MfaCodeInput, MfaEnableInput } from '../dto/auth.dto';
import { BrowserMfaEnabledDto, BrowserSessionDto } from './dto/browser.dto';
import { SecondFactor } from '../second-factor';

/** What gives a client tokens, for pages in a browser: there a cookie carries the session, and no script sees a token. */
@ApiTags('auth')
@Controller(`${API_PREFIX}/auth/browser`)
export class BrowserController {
  constructor(
    private readonly auth: AuthService,
    private readonly secondFactor: SecondFactor,
  ) {}

  @Post('login')
  @Summary('Opens a session that the browser carries as a cookie.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(200, BrowserSessionDto, [InvalidCredentials, InactiveUser, LoginSlowed])
  login(@Body() input: LoginInput): Promise<BrowserSessionDto> {
    return this.auth.loginInBrowser(input);
  }

  @Post('mfa/verify')
  @Summary('The second step of a login in a browser; the cookie changes.')
  @Require()
  @AllowPartialAuth('mfa')
  @Responds(200, BrowserSessionDto, [InvalidMfaCode, MfaNotEnabled, MfaRateLimited])
  verify(@CurrentUser() user: Principal, @Body() input: MfaCodeInput): Promise<BrowserSessionDto> {
    return this.secondFactor.verifyInBrowser(user, input.code);
  }

  @Post('mfa/enable')
  @Summary('Enables the second factor by its first code; the cookie changes.')
  @Require()
  @AllowPartialAuth('enrolment')
  @Responds(200, BrowserMfaEnabledDto, [InvalidMfaCode, MfaAlreadyEnabled, MfaNotEnrolled, MfaRateLimited])
  enable(@CurrentUser() user: Principal, @Body() input: MfaEnableInput): Promise<BrowserMfaEnabledDto> {
    return this.secondFactor.enableInBrowser(user, input.code);
  }
}
