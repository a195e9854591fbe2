import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WebhooksCreate1795490000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        owner_id uuid NOT NULL,
        url text NOT NULL,
        events text[] NOT NULL,
        secret bytea NOT NULL,
        previous_secret bytea,
        previous_until timestamptz,
        disabled_at timestamptz,
        disabled_reason text,
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        resume_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_webhooks PRIMARY KEY (id),
        CONSTRAINT fk_webhooks_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_webhooks_off CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL)),
        CONSTRAINT ck_webhooks_previous_secret CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
      )`);
    await runner.query('CREATE INDEX ix_webhooks_owner ON webhooks (owner_id, id)');
    await runner.query('CREATE INDEX ix_webhooks_events ON webhooks USING gin (events) WHERE disabled_at IS NULL');
    await runner.query(`
      CREATE TABLE webhook_events (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        type text NOT NULL,
        about text NOT NULL,
        subject_id uuid NOT NULL,
        path text NOT NULL,
        actor_id uuid,
        is_gone boolean NOT NULL DEFAULT false,
        spread_at timestamptz,
        CONSTRAINT pk_webhook_events PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_webhook_events_unspread ON webhook_events (id) WHERE spread_at IS NULL');
    await runner.query('CREATE INDEX ix_webhook_events_created_at ON webhook_events (created_at)');
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        webhook_id uuid NOT NULL,
        event_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        state text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        lease uuid,
        last_attempt_at timestamptz,
        last_status integer,
        last_error text,
        delivered_at timestamptz,
        CONSTRAINT pk_webhook_deliveries PRIMARY KEY (webhook_id, event_id),
        CONSTRAINT fk_webhook_deliveries_webhook FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE,
        CONSTRAINT fk_webhook_deliveries_event FOREIGN KEY (event_id) REFERENCES webhook_events (id) ON DELETE CASCADE,
        CONSTRAINT ck_webhook_deliveries_state CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
        CONSTRAINT ck_webhook_deliveries_delivered CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
        CONSTRAINT ck_webhook_deliveries_lease CHECK (lease IS NULL OR state = 'pending')
      )`);
    await runner.query(
      `CREATE INDEX ix_webhook_deliveries_queue ON webhook_deliveries (webhook_id, due_at, event_id) WHERE state = 'pending'`,
    );
    await runner.query(`CREATE INDEX ix_webhook_deliveries_due ON webhook_deliveries (due_at) WHERE state = 'pending'`);
    await runner.query(
      'CREATE INDEX ix_webhook_deliveries_lease ON webhook_deliveries (webhook_id, due_at) WHERE lease IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX ix_webhook_deliveries_error ON webhook_deliveries (webhook_id, event_id) WHERE last_error IS NOT NULL',
    );
    await runner.query('CREATE INDEX ix_webhook_deliveries_event ON webhook_deliveries (event_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_deliveries');
    await runner.query('DROP TABLE webhook_events');
    await runner.query('DROP TABLE webhooks');
  }
}
