import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, RequireRecentAuth, Principal, Public, Require } from '../../../../core/web/access';
import { Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions } from '../../../../core/web/http';
import { EmailTaken } from '../../users';
import { InvalidOneTimeToken, LoginSlowed, WrongCurrentPassword } from '../auth.errors';
import {
  ChangeEmailInput,
  ChangePasswordInput,
  ForgotPasswordInput,
  ResetPasswordInput,
  VerifyEmailInput,
} from './dto/recovery.dto';
import { EmailChangeService } from './email-change.service';
import { RecoveryService } from './recovery.service';
import { VerificationService } from './verification.service';

@ApiTags('auth')
@Controller(`${API_PREFIX}/auth`)
export class RecoveryController {
  constructor(
    private readonly recovery: RecoveryService,
    private readonly verification: VerificationService,
    private readonly emailChange: EmailChangeService,
  ) {}

  @Post('password/forgot')
  @Summary('Mails a link for a new password, if there is such an account; the answer is the same if not.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(202, null)
  forgot(@Body() input: ForgotPasswordInput): Promise<void> {
    return this.recovery.forgot(input);
  }

  @Post('password/reset')
  @Summary('Sets a new password by the mailed token; ends every session, keeps the second factor.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(204, null, [InvalidOneTimeToken])
  reset(@Body() input: ResetPasswordInput): Promise<void> {
    return this.recovery.reset(input);
  }

  @Post('password/change')
  @Summary('Changes my password; ends my other sessions.')
  @Require()
  @RequireRecentAuth()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(204, null, [WrongCurrentPassword, LoginSlowed])
  change(@CurrentUser() user: Principal, @Body() input: ChangePasswordInput): Promise<void> {
    return this.recovery.change(user, input);
  }

  @Post('email/verify')
  @Summary('Proves an address by the mailed token.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(204, null, [InvalidOneTimeToken])
  verify(@Body() input: VerifyEmailInput): Promise<void> {
    return this.verification.verify(input);
  }

  @Post('email/verify/resend')
  @Summary('Mails me another link to prove my address.')
  @Require()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(204, null)
  resend(@CurrentUser() user: Principal): Promise<void> {
    return this.verification.askAgain(user);
  }

  @Post('email/change')
  @Summary('Mails a link to the new address of my account; the answer is the same when it is taken.')
  @Require()
  @RequireRecentAuth()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(202, null)
  askEmailChange(@CurrentUser() user: Principal, @Body() input: ChangeEmailInput): Promise<void> {
    return this.emailChange.ask(user, input);
  }

  @Post('email/change/confirm')
  @Summary('Gives an account its new address by the mailed token.')
  @Public()
  @RouteOptions({ rateGroup: 'auth' })
  @Responds(204, null, [InvalidOneTimeToken, EmailTaken])
  confirmEmailChange(@Body() input: VerifyEmailInput): Promise<void> {
    return this.emailChange.confirm(input);
  }
}
