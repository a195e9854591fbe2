import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** Accounts of services beside those of people: they own what a service makes, and nobody logs in to them. */
export class UsersKind1795480100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(`
      ALTER TABLE users ADD COLUMN kind text NOT NULL DEFAULT 'person',
        ADD CONSTRAINT ck_users_kind CHECK (kind IN ('person', 'service')),
        ADD CONSTRAINT ck_users_service_roles CHECK (kind <> 'service' OR roles = '{}')`);
    await runner.query(`CREATE INDEX ix_users_services ON users (id) WHERE kind = 'service'`);
  }

  /** The accounts of services stay, as accounts that nobody can log in to. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN kind');
  }
}
