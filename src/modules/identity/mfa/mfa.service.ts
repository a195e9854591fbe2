import { createHash } from 'node:crypto';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { toDataURL } from 'qrcode';
import { Assurance, Principal, Roles } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG, ConfigError } from '../../../core/kernel/config';
import { Database, statement } from '../../../core/data/database';
import { Clock, fingerprint, Keys, newId, seal, unseal } from '../../../core/kernel/runtime';
import { UsersService } from '../users';
import { Attempts } from './attempts';
import { MfaEnrolmentDto } from './dto/mfa.dto';
import type { FactorStatus, MfaFactor } from './entities/mfa-factor.entity';
import { InvalidMfaCode, MfaAlreadyEnabled, MfaNotEnabled, MfaRateLimited, MfaRequiredForRole } from './mfa.errors';
import { codeAsMade, isRecoveryCode, newRecoveryCodes } from './recovery-codes';
import { newTotpSecret, stepOf, totpUri } from './totp';

const ENABLED = statement('mfa.enabled', `SELECT 1 FROM mfa_factors WHERE user_id = $1 AND status = 'enabled'`);
/** Waits for an enabling under way, and holds up a later one until the session is there to be told. */
const HOLD = statement('mfa.hold', 'SELECT status FROM mfa_factors WHERE user_id = $1 FOR SHARE');
const LOCK = statement('mfa.lock-factor', 'SELECT status FROM mfa_factors WHERE user_id = $1 FOR UPDATE');
const ENROLL = statement(
  'mfa.enroll',
  `INSERT INTO mfa_factors (id, user_id, secret, key_id, status) VALUES ($1, $2, $3, $4, 'pending')
   ON CONFLICT (user_id) DO UPDATE
   SET secret = excluded.secret, key_id = excluded.key_id, last_step = 0, updated_at = now()
   WHERE mfa_factors.status = 'pending'`,
);
const FIND = statement(
  'mfa.find',
  'SELECT secret, key_id AS "keyId" FROM mfa_factors WHERE user_id = $1 AND status = $2',
);
/** Spends the step's code and, of a pending factor, enables it; unless the secret has been replaced meanwhile. */
const USE_STEP = statement(
  'mfa.use-step',
  `UPDATE mfa_factors
   SET last_step = $2, status = 'enabled', enabled_at = coalesce(enabled_at, now()), updated_at = now()
   WHERE user_id = $1 AND last_step < $2 AND status = $3 AND secret = $4`,
);
const USE_RECOVERY_CODE = statement(
  'mfa.use-recovery-code',
  `UPDATE mfa_recovery_codes SET used_at = now(), updated_at = now()
   WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL`,
);
const ADD_RECOVERY_CODES = statement(
  'mfa.add-recovery-codes',
  `INSERT INTO mfa_recovery_codes (id, user_id, code_hash)
   SELECT new.id, $1, new.hash FROM unnest($2::uuid[], $3::bytea[]) AS new (id, hash)`,
);
const REMOVE = statement('mfa.remove', 'DELETE FROM mfa_factors WHERE user_id = $1');
const REMOVE_CODES = statement('mfa.remove-recovery-codes', 'DELETE FROM mfa_recovery_codes WHERE user_id = $1');
/** In MFA_REQUIRED_ROLES: no role at all. */
const NO_ROLE = 'none';

/** The second factor: an authenticator app (RFC 6238) and recovery codes. What a session becomes by it is auth's affair. */
@Injectable()
export class MfaService implements OnModuleInit, PersonalDataKeeper {
  private readonly sealKey: Buffer;
  private readonly keyId: string;
  private readonly hashKey: Buffer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly attempts: Attempts,
    private readonly roles: Roles,
    keys: Keys,
  ) {
    this.sealKey = keys.derive('mfa secret');
    this.keyId = createHash('sha256').update(keys.derive('mfa secret id')).digest('hex').slice(0, 16);
    this.hashKey = keys.derive('mfa recovery code');
  }

  /** @throws ConfigError for a role in MFA_REQUIRED_ROLES that does not exist */
  onModuleInit(): void {
    const known = new Set([...this.roles.names(), NO_ROLE]);
    const unknown = this.config.mfaRequiredRoles.find((role) => !known.has(role));
    if (unknown !== undefined) throw new ConfigError('MFA_REQUIRED_ROLES names a role that does not exist');
  }

  /** What a password is worth just now, within the transaction that opens the session. */
  async assuranceAtLogin(userId: string): Promise<Assurance> {
    const [factor] = await this.db.query<{ status: FactorStatus }>(HOLD, [userId]);
    return factor?.status === 'enabled' ? 'pending_mfa' : 'password';
  }

  /** What a session that was opened or raised with this assurance is worth now. */
  async assuranceNow(userId: string, proven: Assurance): Promise<Assurance> {
    const isEnabled = (await this.db.query(ENABLED, [userId])).length > 0;
    if (isEnabled) return proven === 'mfa' ? 'mfa' : 'pending_mfa';
    return proven === 'mfa' ? 'password' : proven;
  }

  /** Whether somebody with these roles and no second factor must set one up before anything else. */
  isEnrolmentDue(roles: readonly string[]): boolean {
    return this.config.mfaEnforceEnrolment && this.isRequiredFor(roles);
  }

  /** A new secret, pending until `enable`; it takes the place of one that is pending. @throws MfaAlreadyEnabled */
  async enroll(user: Principal): Promise<MfaEnrolmentDto> {
    const secret = newTotpSecret();
    const uri = totpUri(secret, (await this.users.byId(user.userId)).email);
    const qrCode = await toDataURL(uri, { type: 'image/png' });
    await this.db.transaction(async () => {
      const sealed = seal(this.sealKey, `${user.userId} ${secret}`);
      const changed = await this.db.execute(ENROLL, [newId(), user.userId, sealed, this.keyId]);
      if (changed === 0) throw new MfaAlreadyEnabled();
      await this.audit.record({ action: 'mfa.enrolled', target: `user:${user.userId}` });
    });
    return { secret, uri, qrCode };
  }

  /**
   * Enables the pending factor by its first code. @param andThen what must happen in the same transaction
   * @returns ten recovery codes, which nobody can read again, and what `andThen` gave
   * @throws InvalidMfaCode, MfaRateLimited, MfaAlreadyEnabled, MfaNotEnrolled
   */
  enable<T>(user: Principal, code: string, andThen: () => Promise<T>): Promise<{ recoveryCodes: string[]; then: T }> {
    return this.attempt(user, { action: 'mfa.enabled', status: 'pending' }, async () => {
      await this.useStep(user.userId, code, 'pending');
      const recoveryCodes = await this.giveRecoveryCodes(user.userId);
      return { recoveryCodes, then: await andThen() };
    });
  }

  /** Spends a code of the app or a recovery code. @throws InvalidMfaCode, MfaRateLimited, MfaNotEnabled */
  verify<T>(user: Principal, code: string, andThen: () => Promise<T>): Promise<T> {
    return this.attempt(user, { action: 'mfa.verified', status: 'enabled' }, async () => {
      await this.use(user.userId, code);
      return andThen();
    });
  }

  /** Forgets the factor and its recovery codes. @throws MfaRequiredForRole and what `verify` throws */
  async disable<T>(user: Principal, code: string, andThen: () => Promise<T>): Promise<T> {
    if (this.isRequiredFor(user.roles)) throw new MfaRequiredForRole();
    return this.attempt(user, { action: 'mfa.disabled', status: 'enabled' }, async () => {
      await this.use(user.userId, code);
      await this.db.execute(REMOVE, [user.userId]);
      await this.db.execute(REMOVE_CODES, [user.userId]);
      return andThen();
    });
  }

  /** Ten new recovery codes in place of those there were. @throws MfaNotEnabled */
  renewRecoveryCodes({ userId }: Principal): Promise<string[]> {
    return this.db.transaction(async () => {
      const [factor] = await this.db.query<{ status: FactorStatus }>(LOCK, [userId]);
      if (factor?.status !== 'enabled') throw new MfaNotEnabled();
      await this.db.execute(REMOVE_CODES, [userId]);
      await this.audit.record({ action: 'mfa.recovery-codes-renewed', target: `user:${userId}` });
      return this.giveRecoveryCodes(userId);
    });
  }

  private async giveRecoveryCodes(userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map((one) => this.hashOf(userId, one));
    await this.db.execute(ADD_RECOVERY_CODES, [userId, codes.map(() => newId()), hashes]);
    return codes;
  }

  private isRequiredFor(roles: readonly string[]): boolean {
    return roles.some((role) => this.config.mfaRequiredRoles.includes(role));
  }

  /** The try is counted before the transaction, and given back within it when the code was good. */
  private async attempt<T>(
    user: Principal,
    { action, status }: { action: string; status: FactorStatus },
    work: () => Promise<T>,
  ): Promise<T> {
    const target = `user:${user.userId}`;
    try {
      const attempt = await this.attempts.take(user, status);
      return await this.db.transaction(async () => {
        const result = await work();
        await this.attempts.release(attempt);
        await this.audit.record({ action, target });
        return result;
      });
    } catch (error) {
      const isLimited = error instanceof MfaRateLimited;
      if (isLimited || error instanceof InvalidMfaCode) {
        await this.audit.recordFailure({ action, target, facts: { limited: isLimited } });
      }
      throw error;
    }
  }

  private async use(userId: string, code: string): Promise<void> {
    if (!isRecoveryCode(code)) return this.useStep(userId, code, 'enabled');
    const used = await this.db.execute(USE_RECOVERY_CODE, [userId, this.hashOf(userId, codeAsMade(code))]);
    if (used !== 1) throw new InvalidMfaCode();
    await this.audit.record({ action: 'mfa.recovery-code-used', target: `user:${userId}` });
  }

  private async useStep(userId: string, code: string, status: FactorStatus): Promise<void> {
    const [factor] = await this.db.query<MfaFactor>(FIND, [userId, status]);
    const step = factor ? stepOf(this.open(factor, userId), code, this.clock.nowMs()) : null;
    if (step === null) throw new InvalidMfaCode();
    const used = await this.db.execute(USE_STEP, [userId, step, status, factor.secret]);
    if (used !== 1) throw new InvalidMfaCode();
  }

  private open({ secret, keyId }: Pick<MfaFactor, 'secret' | 'keyId'>, userId: string): string {
    if (keyId !== this.keyId)
      throw new Error(`A second factor is sealed by key ${keyId}, which is not the present one`);
    const [owner, opened] = unseal(this.sealKey, secret).split(' ');
    if (owner !== userId) throw new Error('A second factor is sealed for somebody else');
    return opened;
  }

  private hashOf(userId: string, code: string): Buffer {
    return fingerprint(this.hashKey, `${userId} ${code}`);
  }

  /** Nothing of a second factor outlives its account. */
  async erase(userId: string): Promise<void> {
    for (const table of ['mfa_recovery_codes', 'mfa_attempts', 'mfa_factors']) {
      await this.db.execute(`DELETE FROM ${table} WHERE user_id = $1`, [userId]);
    }
  }
}
