import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets that open one socket each. */
export class AuthWsTickets1795341660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ws_tickets (
        token_hash bytea NOT NULL,
        session_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_ws_tickets PRIMARY KEY (token_hash),
        CONSTRAINT ck_ws_tickets_hash CHECK (octet_length(token_hash) = 32),
        CONSTRAINT fk_ws_tickets_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_ws_tickets_session ON ws_tickets (session_id)');
    await runner.query('CREATE INDEX ix_ws_tickets_expires_at ON ws_tickets (expires_at)');
  }

  /** Tickets live for half a minute: clients ask for new ones. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ws_tickets');
  }
}
