import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** Erased accounts, and a way to find who has a role. */
export class UsersAdmin1795341602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query('ALTER TABLE users ADD COLUMN deleted_at timestamptz');
    await runner.query('CREATE INDEX ix_users_roles ON users USING gin (roles)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query('DROP INDEX ix_users_roles');
    await runner.query('ALTER TABLE users DROP COLUMN deleted_at');
  }
}
