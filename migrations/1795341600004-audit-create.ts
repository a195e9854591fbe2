import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail, which nobody can change: not even we. */
export class AuditCreate1795341600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        action text NOT NULL,
        outcome text NOT NULL,
        actor_id uuid,
        session_id uuid,
        target text,
        client_ip text,
        user_agent text,
        request_id text,
        facts jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_audit_entries PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_audit_entries_actor ON audit_entries (actor_id, id)');
    await runner.query('CREATE INDEX ix_audit_entries_action ON audit_entries (action, id)');
    await runner.query(`
      CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
      FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP FUNCTION audit_is_append_only');
  }
}
