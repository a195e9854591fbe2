import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of mailed links, and how often logging in to an account has failed. */
export class AuthOneTimeTokens1795341604000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE one_time_tokens (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        purpose text NOT NULL,
        token_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_one_time_tokens PRIMARY KEY (id),
        CONSTRAINT fk_one_time_tokens_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT ck_one_time_tokens_purpose CHECK (purpose IN ('reset', 'verify'))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_one_time_tokens_hash ON one_time_tokens (token_hash)');
    await runner.query(
      'CREATE UNIQUE INDEX uq_one_time_tokens_live ON one_time_tokens (user_id, purpose) WHERE used_at IS NULL',
    );
    await runner.query('CREATE INDEX ix_one_time_tokens_user ON one_time_tokens (user_id, purpose, created_at)');
    await runner.query('CREATE INDEX ix_one_time_tokens_expires_at ON one_time_tokens (expires_at)');
    await runner.query(`
      CREATE TABLE login_failures (
        account bytea NOT NULL,
        network text NOT NULL,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        open_at timestamptz NOT NULL,
        succeeded_at timestamptz,
        CONSTRAINT pk_login_failures PRIMARY KEY (account, network)
      )`);
    await runner.query('CREATE INDEX ix_login_failures_last_at ON login_failures (last_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE login_failures, one_time_tokens');
  }
}
