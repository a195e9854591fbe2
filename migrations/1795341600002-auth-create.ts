import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords, sessions, refresh tokens. */
export class AuthCreate1795341600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE password_credentials (
        user_id uuid NOT NULL,
        hash text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_password_credentials PRIMARY KEY (user_id),
        CONSTRAINT fk_password_credentials_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE sessions (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        assurance text NOT NULL,
        user_agent text,
        client_ip text,
        last_used_at timestamptz NOT NULL,
        idle_expires_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        changed_at timestamptz,
        end_reason text,
        CONSTRAINT pk_sessions PRIMARY KEY (id),
        CONSTRAINT fk_sessions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_sessions_user ON sessions (user_id)');
    await runner.query('CREATE INDEX ix_sessions_changed_at ON sessions (changed_at) WHERE changed_at IS NOT NULL');
    await runner.query(`
      CREATE TABLE refresh_tokens (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        session_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        used_at timestamptz,
        successor bytea,
        CONSTRAINT pk_refresh_tokens PRIMARY KEY (id),
        CONSTRAINT fk_refresh_tokens_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_refresh_tokens_hash ON refresh_tokens (token_hash)');
    await runner.query(
      'CREATE UNIQUE INDEX uq_refresh_tokens_live ON refresh_tokens (session_id) WHERE used_at IS NULL',
    );
    await runner.query('CREATE INDEX ix_refresh_tokens_session ON refresh_tokens (session_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refresh_tokens, sessions, password_credentials');
  }
}
