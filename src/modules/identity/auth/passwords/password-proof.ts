import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { WrongCurrentPassword } from '../auth.errors';
import { Passwords } from './passwords';
import { accountOf, LoginThrottle } from './login-throttle';

/** Asks somebody who is signed in for their password once more; wrong ones count as failed logins do. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly slowDown: LoginThrottle,
  ) {}

  /**
   * The hash that the password has matched. @param action as which a wrong one is told in the trail
   * @throws WrongCurrentPassword, LoginSlowed
   */
  async of(userId: string, password: string, action: string): Promise<string> {
    const account = accountOf('', userId);
    await this.slowDown.check(account);
    const current = await this.passwords.verify(userId, password);
    if (current === null) {
      await this.slowDown.failed(account);
      throw await this.refused(userId, action);
    }
    await this.slowDown.succeeded(account);
    return current;
  }

  /** The error for who has given a password that is not, or no longer, theirs; told in the trail. */
  async refused(userId: string, action: string): Promise<Error> {
    await this.audit.recordFailure({ action, target: `user:${userId}` });
    return new WrongCurrentPassword();
  }
}
