import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other services that ask whether a token is good. */
export class AuthServiceClients1795341604500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE service_clients (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        secret_hash bytea NOT NULL,
        created_by uuid NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT pk_service_clients PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE service_clients');
  }
}
