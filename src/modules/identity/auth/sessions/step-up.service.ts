import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database } from '../../../../core/data/database';
import { Validation } from '../../../../core/kernel/errors';
import { MfaService } from '../../mfa';
import { NoFactor } from '../auth.errors';
import type { StepUpInput } from '../dto/auth.dto';
import { PasswordProof } from '../passwords/password-proof';
import { Passwords } from '../passwords/passwords';
import { SessionsService } from './sessions.service';

const ACTION = 'auth.stepped-up';

/** A fresh proof of who it is, for what is sensitive (`@RequireRecentAuth()`); it counts for five minutes and for this session. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly mfa: MfaService,
    private readonly passwords: Passwords,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * By a code for who has a second factor, by the password for everybody else.
   * @throws Validation when the other one is given, InvalidMfaCode, MfaRateLimited, WrongCurrentPassword, LoginSlowed, NoFactor
   */
  async stepUp(user: Principal, { code, password }: StepUpInput): Promise<void> {
    if (user.assurance === 'mfa') return this.mfa.verify(user, given('code', code), () => this.freshen(user));
    if (!(await this.passwords.has(user.userId))) throw new NoFactor();
    await this.proof.of(user.userId, given('password', password), ACTION);
    await this.db.transaction(() => this.freshen(user));
  }

  private async freshen(user: Principal): Promise<void> {
    await this.sessions.freshen(user);
    await this.audit.record({ action: ACTION, target: `session:${user.sessionId}` });
  }
}

function given(field: string, value: string | undefined): string {
  if (value === undefined) throw new Validation({ errors: [{ field, code: 'required', message: 'is needed' }] });
  return value;
}
