import { Inject, Injectable, Logger, OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG, ConfigError } from '../../../core/kernel/config';
import { Database, defineLock } from '../../../core/data/database';
import { AppError, FieldIssue, Validation } from '../../../core/kernel/errors';
import { UsersService } from '../users';
import { AdminExists } from './auth.errors';
import { assertPassword } from './passwords/password-policy';
import { Passwords } from './passwords/passwords';

/** Of several starts at once, one makes the admin. */
const LOCK = defineLock('auth.first-admin');
const ADDRESS_MAX = 254;
const FULL_NAME = 'Administrator';

/** What an admin is made from. */
export interface NewAdmin {
  readonly email: string;
  readonly password: string;
}

/** Makes admins without one: the first from ADMIN_EMAIL and ADMIN_PASSWORD at the start, any by the command line. */
@Injectable()
export class FirstAdmin implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger(FirstAdmin.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
  ) {}

  /** @throws ConfigError for an address or a password that could not register */
  onModuleInit(): void {
    const { adminEmail: email, adminPassword: password } = this.config;
    if (email) this.check({ email, password }, { email: 'ADMIN_EMAIL', password: 'ADMIN_PASSWORD' });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.adminEmail) await this.db.whenOpen(() => this.makeFirst());
  }

  /**
   * Makes an admin whose address counts as proven. @param another also where there is an active one
   * @throws ConfigError for an address or a password that could not register, AdminExists, EmailTaken
   */
  async create(admin: NewAdmin, { another }: { readonly another: boolean }): Promise<void> {
    this.check(admin, { email: 'the address', password: 'the password' });
    const hash = await this.passwords.hash(admin.password);
    await this.db.transaction(async () => {
      if (!(await this.make(admin.email, hash, another))) throw new AdminExists();
    });
  }

  private async makeFirst(): Promise<void> {
    if (await this.users.hasAdmin()) return;
    const { adminEmail, adminPassword } = this.config;
    const hash = await this.passwords.hash(adminPassword);
    try {
      if (await this.db.transaction(() => this.make(adminEmail, hash, false))) this.log.log('The first admin is made');
    } catch (error) {
      if (!(error instanceof AppError && error.status === 409)) throw error;
      this.log.warn('No admin is made: ADMIN_EMAIL belongs to an account that is none');
    }
  }

  private async make(email: string, hash: string, another: boolean): Promise<boolean> {
    await LOCK.acquire(this.db);
    if (!another && (await this.users.hasAdmin())) return false; // another instance was first
    const user = await this.users.create({
      email,
      username: null,
      fullName: FULL_NAME,
      roles: ['admin'],
      emailVerified: true,
    });
    await this.passwords.save(user.id, hash);
    await this.audit.record({ action: 'auth.admin-made', target: `user:${user.id}`, facts: { another } });
    return true;
  }

  /** @param names what the message calls them; it never quotes them */
  private check({ email, password }: NewAdmin, names: { readonly email: string; readonly password: string }): void {
    if (!isEmail(email) || email.length > ADDRESS_MAX)
      throw new ConfigError(`${names.email} must be an e-mail address`);
    try {
      assertPassword(password, this.config.passwordPolicy, { email, fullName: FULL_NAME });
    } catch (error) {
      if (!(error instanceof Validation)) throw error;
      const [issue] = (error.facts as { errors: FieldIssue[] }).errors;
      throw new ConfigError(`${names.password} is refused by PASSWORD_POLICY: ${issue.message}`);
    }
  }
}
