import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailCreate1795510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_messages (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        sender_id uuid,
        category text NOT NULL DEFAULT 'transactional',
        template text,
        template_version integer,
        content bytea NOT NULL,
        is_separate boolean NOT NULL DEFAULT false,
        recipients integer NOT NULL,
        gate text NOT NULL,
        request_id text,
        send_at timestamptz,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_mail_messages PRIMARY KEY (id),
        CONSTRAINT fk_mail_messages_sender FOREIGN KEY (sender_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_mail_messages_kind CHECK (kind IN ('system', 'user', 'submission')),
        CONSTRAINT ck_mail_messages_sender CHECK (kind = 'system' OR sender_id IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX ix_mail_messages_sender ON mail_messages (sender_id, id)');
    await runner.query('CREATE INDEX ix_mail_messages_sender_at ON mail_messages (sender_id, created_at)');
    await runner.query('CREATE INDEX ix_mail_messages_created_at ON mail_messages (created_at)');
    await runner.query(`
      CREATE TABLE mail_attachments (
        message_id uuid NOT NULL,
        position integer NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT pk_mail_attachments PRIMARY KEY (message_id, position),
        CONSTRAINT fk_mail_attachments_message FOREIGN KEY (message_id) REFERENCES mail_messages (id) ON DELETE CASCADE
      )`);
    await this.createDeliveries(runner);
    await runner.query(`
      CREATE TABLE mail_steps (
        id uuid NOT NULL,
        delivery_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        state text NOT NULL,
        code integer,
        status text,
        reason text,
        tls text,
        ms integer,
        CONSTRAINT pk_mail_steps PRIMARY KEY (id),
        CONSTRAINT fk_mail_steps_delivery FOREIGN KEY (delivery_id) REFERENCES mail_deliveries (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_mail_steps_delivery ON mail_steps (delivery_id, id)');
    await runner.query(`
      CREATE TABLE mail_paces (
        domain text NOT NULL,
        tokens double precision NOT NULL,
        refilled_at timestamptz NOT NULL DEFAULT now(),
        resume_at timestamptz NOT NULL DEFAULT now(),
        refusals integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_mail_paces PRIMARY KEY (domain)
      )`);
    await runner.query('CREATE INDEX ix_mail_paces_refilled_at ON mail_paces (refilled_at)');
    await this.createSuppressions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['suppressions', 'paces', 'steps', 'deliveries', 'attachments', 'messages'])
      await runner.query(`DROP TABLE mail_${table}`);
  }

  private async createDeliveries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_deliveries (
        id uuid NOT NULL,
        message_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        field text NOT NULL,
        address bytea NOT NULL,
        address_key bytea NOT NULL,
        domain text NOT NULL,
        sender_key uuid NOT NULL,
        priority smallint NOT NULL,
        state text NOT NULL DEFAULT 'queued',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL,
        lease uuid,
        last_code integer,
        last_status text,
        reason text,
        sent_at timestamptz,
        state_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_mail_deliveries PRIMARY KEY (id),
        CONSTRAINT fk_mail_deliveries_message FOREIGN KEY (message_id) REFERENCES mail_messages (id) ON DELETE CASCADE,
        CONSTRAINT ck_mail_deliveries_state CHECK (state IN
          ('queued', 'deferred', 'sent', 'delivered', 'bounced', 'failed', 'suppressed', 'cancelled')),
        CONSTRAINT ck_mail_deliveries_field CHECK (field IN ('to', 'cc', 'bcc')),
        CONSTRAINT ck_mail_deliveries_lease CHECK (lease IS NULL OR state IN ('queued', 'deferred'))
      )`);
    await runner.query('CREATE INDEX ix_mail_deliveries_message ON mail_deliveries (message_id, id)');
    const waiting = `WHERE state IN ('queued', 'deferred')`;
    await runner.query(
      `CREATE INDEX ix_mail_deliveries_queue ON mail_deliveries (priority, sender_key, due_at, id) ${waiting}`,
    );
    await runner.query(`CREATE INDEX ix_mail_deliveries_due ON mail_deliveries (due_at) ${waiting}`);
    await runner.query('CREATE INDEX ix_mail_deliveries_lease ON mail_deliveries (domain) WHERE lease IS NOT NULL');
    await runner.query('CREATE INDEX ix_mail_deliveries_address ON mail_deliveries (address_key, id)');
  }

  private async createSuppressions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_suppressions (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        address bytea NOT NULL,
        address_key bytea NOT NULL,
        category text NOT NULL DEFAULT '',
        reason text NOT NULL,
        until timestamptz,
        creator_id uuid,
        CONSTRAINT pk_mail_suppressions PRIMARY KEY (id),
        CONSTRAINT fk_mail_suppressions_creator FOREIGN KEY (creator_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_mail_suppressions_reason CHECK (reason IN ('bounce', 'unsubscribe', 'manual'))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_mail_suppressions_address ON mail_suppressions (address_key, category)');
    await runner.query('CREATE INDEX ix_mail_suppressions_until ON mail_suppressions (until) WHERE until IS NOT NULL');
  }
}
