import { Injectable } from '@nestjs/common';
import type { Principal } from '../../core/access';
import { MfaEnrolmentDto, MfaService } from '../mfa';
import type { MfaEnabledDto, TokenPairDto } from './dto/auth.dto';
import { LiveSessions } from './live-sessions';
import { SessionsService } from './sessions.service';

/** What the second factor makes of sessions. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly mfa: MfaService,
    private readonly sessions: SessionsService,
    private readonly live: LiveSessions,
  ) {}

  /** @throws MfaAlreadyEnabled */
  enroll(user: Principal): Promise<MfaEnrolmentDto> {
    return this.mfa.enroll(user);
  }

  /** Raises this session; all others of the user owe a code from now on. @throws what `MfaService.enable` throws */
  async enable(user: Principal, code: string): Promise<MfaEnabledDto> {
    const { recoveryCodes, then: pair } = await this.mfa.enable(user, code, async () => {
      const raised = await this.sessions.raise(user);
      await this.live.announceChange(user.userId);
      return raised;
    });
    return { ...pair, recoveryCodes };
  }

  /** Raises this session. @throws what `MfaService.verify` throws */
  verify(user: Principal, code: string): Promise<TokenPairDto> {
    return this.mfa.verify(user, code, () => this.sessions.raise(user));
  }

  /** Ends all sessions of the user, this one too. @throws what `MfaService.disable` throws */
  disable(user: Principal, code: string): Promise<void> {
    return this.mfa.disable(user, code, () => this.sessions.endAll(user.userId, 'mfa_disabled'));
  }
}
