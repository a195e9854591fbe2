import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an address is proven to be its owner's; of those who are here already it is not known. */
export class UsersEmailVerified1795341605000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN email_verified_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN email_verified_at');
  }
}
