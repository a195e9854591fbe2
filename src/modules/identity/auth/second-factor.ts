import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { MfaEnrolmentDto, MfaService } from '../mfa';
import { BrowserSessions } from './sessions/browser-sessions';
import type { MfaEnabledDto, RecoveryCodesDto, TokenPairDto } from './dto/auth.dto';
import type { BrowserMfaEnabledDto, BrowserSessionDto } from './sessions/dto/browser.dto';
import { SessionCache } from './sessions/session-cache';
import { SessionsService } from './sessions/sessions.service';

/** What the second factor makes of sessions. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly mfa: MfaService,
    private readonly sessions: SessionsService,
    private readonly browsers: BrowserSessions,
    private readonly live: SessionCache,
  ) {}

  /** @throws MfaAlreadyEnabled */
  enroll(user: Principal): Promise<MfaEnrolmentDto> {
    return this.mfa.enroll(user);
  }

  /** Raises this session; all others of the user owe a code from now on. @throws what `MfaService.enable` throws */
  enable(user: Principal, code: string): Promise<MfaEnabledDto> {
    return this.enableAnd(user, code, () => this.sessions.elevateWithTokens(user));
  }

  /** The same for a session carried by a cookie. */
  enableInBrowser(user: Principal, code: string): Promise<BrowserMfaEnabledDto> {
    return this.enableAnd(user, code, () => this.browsers.elevate(user));
  }

  /** Raises this session. @throws what `MfaService.verify` throws */
  verify(user: Principal, code: string): Promise<TokenPairDto> {
    return this.mfa.verify(user, code, () => this.sessions.elevateWithTokens(user));
  }

  /** The same for a session carried by a cookie. */
  verifyInBrowser(user: Principal, code: string): Promise<BrowserSessionDto> {
    return this.mfa.verify(user, code, () => this.browsers.elevate(user));
  }

  /** @throws MfaNotEnabled */
  async renewRecoveryCodes(user: Principal): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.mfa.renewRecoveryCodes(user) };
  }

  /** Ends all sessions of the user, this one too. @throws what `MfaService.disable` throws */
  disable(user: Principal, code: string): Promise<void> {
    return this.mfa.disable(user, code, () => this.sessions.endLogins(user.userId, 'mfa_disabled'));
  }

  private async enableAnd<T>(
    user: Principal,
    code: string,
    raise: () => Promise<T>,
  ): Promise<T & { recoveryCodes: string[] }> {
    const { recoveryCodes, then: raised } = await this.mfa.enable(user, code, async () => {
      const session = await raise();
      await this.live.announceChange(user.userId);
      return session;
    });
    return { ...raised, recoveryCodes };
  }
}
