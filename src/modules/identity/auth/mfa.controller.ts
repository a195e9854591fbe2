import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  API_PREFIX,
  CurrentUser,
  RequireRecentAuth,
  AllowPartialAuth,
  Principal,
  Require,
} from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import {
  InvalidMfaCode,
  MfaAlreadyEnabled,
  MfaEnrolmentDto,
  MfaNotEnabled,
  MfaNotEnrolled,
  MfaRateLimited,
  MfaRequiredForRole,
} from '../mfa';
import { MfaCodeInput, MfaEnabledDto, MfaEnableInput, RecoveryCodesDto, TokenPairDto } from './dto/auth.dto';
import { SecondFactor } from './second-factor';

@ApiTags('mfa')
@Controller(`${API_PREFIX}/auth/mfa`)
export class MfaController {
  constructor(private readonly secondFactor: SecondFactor) {}

  @Post('enroll')
  @Summary('Begins to set up a second factor; without effect until it is enabled.')
  @Require()
  @AllowPartialAuth('enrolment')
  @RequireRecentAuth()
  @Responds(200, MfaEnrolmentDto, [MfaAlreadyEnabled])
  enroll(@CurrentUser() user: Principal): Promise<MfaEnrolmentDto> {
    return this.secondFactor.enroll(user);
  }

  @Post('enable')
  @Summary('Enables it by its first code; my other sessions owe a code from now on.')
  @Require()
  @AllowPartialAuth('enrolment')
  @Responds(200, MfaEnabledDto, [InvalidMfaCode, MfaAlreadyEnabled, MfaNotEnrolled, MfaRateLimited])
  enable(@CurrentUser() user: Principal, @Body() input: MfaEnableInput): Promise<MfaEnabledDto> {
    return this.secondFactor.enable(user, input.code);
  }

  @Post('verify')
  @Summary('The second step of a login; the tokens of the first can be thrown away.')
  @Require()
  @AllowPartialAuth('mfa')
  @Responds(200, TokenPairDto, [InvalidMfaCode, MfaNotEnabled, MfaRateLimited])
  verify(@CurrentUser() user: Principal, @Body() input: MfaCodeInput): Promise<TokenPairDto> {
    return this.secondFactor.verify(user, input.code);
  }

  @Post('recovery-codes')
  @Summary('Ten new recovery codes; the old ones are good no longer.')
  @Require()
  @RequireRecentAuth()
  @Responds(200, RecoveryCodesDto, [MfaNotEnabled])
  renewRecoveryCodes(@CurrentUser() user: Principal): Promise<RecoveryCodesDto> {
    return this.secondFactor.renewRecoveryCodes(user);
  }

  @Post('disable')
  @Summary('Switches it off and ends all my sessions.')
  @Require()
  @RequireRecentAuth()
  @Responds(204, null, [InvalidMfaCode, MfaNotEnabled, MfaRateLimited, MfaRequiredForRole])
  disable(@CurrentUser() user: Principal, @Body() input: MfaCodeInput): Promise<void> {
    return this.secondFactor.disable(user, input.code);
  }
}
