import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A delivery for each event and consumer, in place of what each consumer has processed. Events on their way keep who has
 * had them; the relay makes the deliveries that are missing, also for events that the release before goes on to emit.
 */
export class EventDeliveries1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_subscriptions (
        consumer text NOT NULL,
        type text NOT NULL,
        ordered boolean NOT NULL DEFAULT false,
        seen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_event_subscriptions PRIMARY KEY (consumer)
      )`);
    await runner.query('CREATE INDEX ix_event_subscriptions_type ON event_subscriptions (type)');
    await runner.query(`
      CREATE TABLE event_deliveries (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        event_id uuid NOT NULL,
        consumer text NOT NULL,
        type text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        subject text,
        ordered boolean NOT NULL DEFAULT false,
        state text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        last_error text,
        delivered_at timestamptz,
        CONSTRAINT pk_event_deliveries PRIMARY KEY (id),
        CONSTRAINT ck_event_deliveries_state CHECK (state IN ('pending', 'delivered', 'dead')),
        CONSTRAINT fk_event_deliveries_event FOREIGN KEY (event_id) REFERENCES outbox (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_event_deliveries_event ON event_deliveries (event_id, consumer)');
    await runner.query(`CREATE INDEX ix_event_deliveries_due ON event_deliveries (due_at) WHERE state = 'pending'`);
    await runner.query(
      `CREATE INDEX ix_event_deliveries_open ON event_deliveries (consumer, subject, event_id) WHERE state <> 'delivered'`,
    );
    await runner.query(`
      INSERT INTO event_deliveries (id, event_id, consumer, type, state, attempts, delivered_at)
      SELECT gen_random_uuid(), o.id, p.consumer, o.type, 'delivered', o.attempts, p.created_at
      FROM outbox o JOIN processed_events p ON p.event_id = o.id`);
    await runner.query('DROP TABLE processed_events');
    await runner.query('DROP INDEX ix_outbox_due');
    await runner.query(`
      ALTER TABLE outbox DROP COLUMN due_at, DROP COLUMN attempts,
        ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN subject text, ADD COLUMN pending integer`);
    await runner.query(
      'CREATE INDEX ix_outbox_unspread ON outbox (created_at) WHERE pending IS NULL AND delivered_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_outbox_unspread');
    await runner.query(`
      ALTER TABLE outbox DROP COLUMN version, DROP COLUMN subject, DROP COLUMN pending,
        ADD COLUMN due_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN attempts integer NOT NULL DEFAULT 0`);
    await runner.query('CREATE INDEX ix_outbox_due ON outbox (due_at) WHERE delivered_at IS NULL');
    await runner.query(`
      CREATE TABLE processed_events (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_processed_events PRIMARY KEY (consumer, event_id)
      )`);
    await runner.query(`
      INSERT INTO processed_events (consumer, event_id, created_at)
      SELECT consumer, event_id, delivered_at FROM event_deliveries WHERE state = 'delivered'`);
    await runner.query('DROP TABLE event_deliveries, event_subscriptions');
  }
}
