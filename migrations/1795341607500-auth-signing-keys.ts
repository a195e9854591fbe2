import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys that sign access tokens. */
export class AuthSigningKeys1795341607500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_keys (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kid text NOT NULL,
        private_key bytea NOT NULL,
        signs_from timestamptz NOT NULL,
        verifies_until timestamptz,
        CONSTRAINT pk_signing_keys PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_signing_keys_kid ON signing_keys (kid)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signing_keys');
  }
}
