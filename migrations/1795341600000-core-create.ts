import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, what listeners have had, idempotency keys. */
export class CoreCreate1795341600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        type text NOT NULL,
        payload jsonb NOT NULL,
        due_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        delivered_at timestamptz,
        CONSTRAINT pk_outbox PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_outbox_due ON outbox (due_at) WHERE delivered_at IS NULL');
    await runner.query('CREATE INDEX ix_outbox_delivered_at ON outbox (delivered_at) WHERE delivered_at IS NOT NULL');
    await runner.query(`
      CREATE TABLE processed_events (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_processed_events PRIMARY KEY (consumer, event_id)
      )`);
    await runner.query(`
      CREATE TABLE idempotency_keys (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        caller text NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        input_hash bytea NOT NULL,
        answer bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_idempotency_keys_call ON idempotency_keys (caller, operation, key)');
    await runner.query('CREATE INDEX ix_idempotency_keys_expires_at ON idempotency_keys (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys, processed_events, outbox');
  }
}
