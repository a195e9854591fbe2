import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** The account that a client's tokens act as; one that has asked for no token yet may have none. */
export class AuthClientAccounts1795480200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(`
      ALTER TABLE service_clients ADD COLUMN user_id uuid,
        ADD CONSTRAINT fk_service_clients_user FOREIGN KEY (user_id) REFERENCES users (id)`);
    await runner.query('CREATE UNIQUE INDEX uq_service_clients_user ON service_clients (user_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE service_clients DROP COLUMN user_id');
  }
}
