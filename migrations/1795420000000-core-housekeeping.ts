import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_TIME = {
  ix_sessions_ended_at: 'sessions (ended_at) WHERE ended_at IS NOT NULL',
  ix_sessions_expires_at: 'sessions (expires_at)',
  ix_refresh_tokens_successor: 'refresh_tokens (used_at) WHERE successor IS NOT NULL',
  ix_oidc_logins_session: 'oidc_logins (session_id) WHERE session_id IS NOT NULL',
  ix_login_failures_succeeded_at: 'login_failures (succeeded_at) WHERE succeeded_at IS NOT NULL',
  ix_mfa_attempts_at: 'mfa_attempts (at)',
  ix_chat_comings_at: 'chat_comings (at)',
  ix_chat_rooms_unused: `chat_rooms (created_at) WHERE kind = 'public' AND last_seq = 0 AND title = ''`,
  ix_schedule_ticks_tick_at: 'schedule_ticks (tick_at)',
};

/** When each rule of housekeeping is due, and the indexes by which it finds its rows. */
export class CoreHousekeeping1795420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE housekeeping_runs (
        rule text NOT NULL,
        due_at timestamptz NOT NULL,
        last_success_at timestamptz,
        CONSTRAINT pk_housekeeping_runs PRIMARY KEY (rule)
      )`);
    for (const [name, rows] of Object.entries(BY_TIME)) await runner.query(`CREATE INDEX ${name} ON ${rows}`);
    await runner.query('DROP INDEX ix_login_failures_last_at');
    await runner.query('CREATE INDEX ix_login_failures_last_at ON login_failures (last_at) WHERE succeeded_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_login_failures_last_at');
    await runner.query('CREATE INDEX ix_login_failures_last_at ON login_failures (last_at)');
    for (const name of Object.keys(BY_TIME)) await runner.query(`DROP INDEX ${name}`);
    await runner.query('DROP TABLE housekeeping_runs');
  }
}
