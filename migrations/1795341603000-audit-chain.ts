import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** The chain over the audit trail and its signed checkpoints; nobody can change them either. */
export class AuditChain1795341603000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query('CREATE INDEX ix_audit_entries_target ON audit_entries (target, id)');
    await runner.query('CREATE INDEX ix_audit_entries_at ON audit_entries (at, id)');
    await runner.query(`
      CREATE TABLE audit_chain (
        seq bigint NOT NULL,
        entry_id uuid NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT pk_audit_chain PRIMARY KEY (seq)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_audit_chain_entry ON audit_chain (entry_id)');
    await runner.query(`
      CREATE TABLE audit_checkpoints (
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        at timestamptz NOT NULL,
        signature bytea NOT NULL,
        CONSTRAINT pk_audit_checkpoints PRIMARY KEY (seq)
      )`);
    for (const table of ['audit_chain', 'audit_checkpoints']) {
      await runner.query(`
        CREATE TRIGGER tr_${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_checkpoints');
    await runner.query('DROP TABLE audit_chain');
    await runner.query('DROP INDEX ix_audit_entries_at');
    await runner.query('DROP INDEX ix_audit_entries_target');
  }
}
