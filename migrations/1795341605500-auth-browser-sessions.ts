import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that a browser carries as a cookie. */
export class AuthBrowserSessions1795341605500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN cookie_hash bytea');
  }

  /** Browsers must log in again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN cookie_hash');
  }
}
