import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logins through OpenID Connect providers that are under way, and who users are to those providers. */
export class AuthOidc1795341606000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_logins (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        provider text NOT NULL,
        state_hash bytea NOT NULL,
        browser_hash bytea NOT NULL,
        secrets bytea NOT NULL,
        user_id uuid,
        session_id uuid,
        next_path text NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_oidc_logins PRIMARY KEY (id),
        CONSTRAINT fk_oidc_logins_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT fk_oidc_logins_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
        CONSTRAINT ck_oidc_logins_link CHECK ((user_id IS NULL) = (session_id IS NULL))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_oidc_logins_state ON oidc_logins (state_hash)');
    await runner.query('CREATE INDEX ix_oidc_logins_expires_at ON oidc_logins (expires_at)');
    await runner.query(`
      CREATE TABLE external_identities (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        provider text NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        email text,
        last_used_at timestamptz,
        CONSTRAINT pk_external_identities PRIMARY KEY (id),
        CONSTRAINT fk_external_identities_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_external_identities_subject ON external_identities (issuer, subject)');
    await runner.query(
      'CREATE UNIQUE INDEX uq_external_identities_provider ON external_identities (user_id, provider)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE external_identities, oidc_logins');
  }
}
