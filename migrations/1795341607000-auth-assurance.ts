import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a session's last proof counts as fresh. */
export class AuthAssurance1795341607000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN fresh_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN fresh_until');
  }
}
