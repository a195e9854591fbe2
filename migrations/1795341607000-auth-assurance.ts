import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a session's last proof counts as fresh; which address a mailed link belongs to, and links that change it. */
export class AuthAssurance1795341607000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN fresh_until timestamptz');
    await runner.query('ALTER TABLE one_time_tokens ADD COLUMN email text');
    await runner.query(
      `UPDATE one_time_tokens t SET email = u.email FROM users u
       WHERE u.id = t.user_id AND t.purpose = 'verify' AND t.used_at IS NULL`,
    );
    await this.allow(runner, `'reset', 'verify', 'email-change'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM one_time_tokens WHERE purpose = 'email-change'`);
    await this.allow(runner, `'reset', 'verify'`);
    await runner.query('ALTER TABLE one_time_tokens DROP COLUMN email');
    await runner.query('ALTER TABLE sessions DROP COLUMN fresh_until');
  }

  private async allow(runner: QueryRunner, purposes: string): Promise<void> {
    await runner.query(
      `ALTER TABLE one_time_tokens DROP CONSTRAINT ck_one_time_tokens_purpose,
         ADD CONSTRAINT ck_one_time_tokens_purpose CHECK (purpose IN (${purposes}))`,
    );
  }
}
