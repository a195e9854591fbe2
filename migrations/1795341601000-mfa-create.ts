import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, recovery codes, wrong tries. */
export class MfaCreate1795341601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mfa_factors (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        secret bytea NOT NULL,
        key_id text NOT NULL,
        status text NOT NULL,
        last_step bigint NOT NULL DEFAULT 0,
        enabled_at timestamptz,
        CONSTRAINT pk_mfa_factors PRIMARY KEY (id),
        CONSTRAINT fk_mfa_factors_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT ck_mfa_factors_status CHECK (status IN ('pending', 'enabled'))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_mfa_factors_user ON mfa_factors (user_id)');
    await runner.query(`
      CREATE TABLE mfa_recovery_codes (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_mfa_recovery_codes PRIMARY KEY (id),
        CONSTRAINT fk_mfa_recovery_codes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_mfa_recovery_codes_hash ON mfa_recovery_codes (user_id, code_hash)');
    await runner.query(`
      CREATE TABLE mfa_attempts (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        session_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT pk_mfa_attempts PRIMARY KEY (id),
        CONSTRAINT fk_mfa_attempts_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_mfa_attempts_user ON mfa_attempts (user_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mfa_attempts, mfa_recovery_codes, mfa_factors');
  }
}
