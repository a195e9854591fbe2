import { Inject, Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { Config, CONFIG } from '../../core/config';
import { Database } from '../../core/database';
import { AppError } from '../../core/errors';
import { UsersService } from '../users';
import { Passwords } from './passwords';

/** Any number of our own: of several starts at once, one makes the admin. */
const LOCK = 7_274_872;

/** Makes the first admin from ADMIN_EMAIL and ADMIN_PASSWORD, once: never while there is an active admin. */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  private readonly log = new Logger(FirstAdmin.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.adminEmail) await this.db.whenOpen(() => this.make());
  }

  private async make(): Promise<void> {
    if (await this.users.hasAdmin()) return;
    const hash = await this.passwords.hash(this.config.adminPassword);
    try {
      if (await this.db.transaction(() => this.makeOnce(hash))) this.log.log('The first admin is made');
    } catch (error) {
      if (!(error instanceof AppError && error.status === 409)) throw error;
      this.log.warn('No admin is made: ADMIN_EMAIL belongs to an account that is none');
    }
  }

  private async makeOnce(hash: string): Promise<boolean> {
    await this.db.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    if (await this.users.hasAdmin()) return false; // another instance was first
    const { adminEmail: email } = this.config;
    const user = await this.users.create({
      email,
      username: null,
      fullName: 'Administrator',
      roles: ['admin'],
      emailVerified: true,
    });
    await this.passwords.keep(user.id, hash);
    return true;
  }
}
