import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailInbound1795513000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_inbound_routes (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        owner_id uuid NOT NULL,
        token text NOT NULL,
        target text NOT NULL,
        target_id uuid,
        CONSTRAINT pk_mail_inbound_routes PRIMARY KEY (id),
        CONSTRAINT fk_mail_inbound_routes_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_mail_inbound_routes_target CHECK (target IN ('document', 'todo', 'crm', 'form', 'webhook'))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_mail_inbound_routes_token ON mail_inbound_routes (token)');
    await runner.query('CREATE INDEX ix_mail_inbound_routes_owner ON mail_inbound_routes (owner_id, id)');
    await runner.query(`
      CREATE TABLE mail_inbound_messages (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        route_id uuid NOT NULL,
        message_key bytea NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT pk_mail_inbound_messages PRIMARY KEY (id),
        CONSTRAINT fk_mail_inbound_messages_route FOREIGN KEY (route_id) REFERENCES mail_inbound_routes (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX uq_mail_inbound_messages_message ON mail_inbound_messages (route_id, message_key)',
    );
    await runner.query('CREATE INDEX ix_mail_inbound_messages_created_at ON mail_inbound_messages (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_inbound_messages');
    await runner.query('DROP TABLE mail_inbound_routes');
  }
}
