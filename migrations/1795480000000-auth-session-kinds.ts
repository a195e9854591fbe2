import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** Sessions that no login has opened: app passwords, tokens of services and of their clients. */
export class AuthSessionKinds1795480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN kind text NOT NULL DEFAULT 'login',
        ADD COLUMN name text,
        ADD COLUMN scopes text[],
        ADD COLUMN secret_hash bytea,
        ADD CONSTRAINT ck_sessions_kind CHECK (kind IN ('login', 'app_password', 'service_token', 'client')),
        ADD CONSTRAINT ck_sessions_secret CHECK ((kind IN ('app_password', 'service_token')) = (secret_hash IS NOT NULL))`);
    await runner.query(
      'CREATE UNIQUE INDEX uq_sessions_secret ON sessions (secret_hash) WHERE secret_hash IS NOT NULL',
    );
    await runner.query(`CREATE INDEX ix_sessions_kind ON sessions (kind, id) WHERE kind <> 'login'`);
  }

  /** The release before knows no such credentials: they end. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM sessions WHERE kind <> 'login'`);
    await runner.query(`
      ALTER TABLE sessions DROP COLUMN kind, DROP COLUMN name, DROP COLUMN scopes, DROP COLUMN secret_hash`);
  }
}
