import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came to a room and who went, for a minute: the other instances read it here where the bus does not reach them. */
export class ChatComings1795401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chat_comings (
        id uuid NOT NULL,
        room_id uuid NOT NULL,
        user_id uuid NOT NULL,
        event text NOT NULL,
        at timestamptz NOT NULL,
        tx bigint NOT NULL,
        CONSTRAINT pk_chat_comings PRIMARY KEY (id),
        CONSTRAINT ck_chat_comings_event CHECK (event IN ('joined', 'left'))
      )`);
    await runner.query('CREATE INDEX ix_chat_comings_tx ON chat_comings (tx)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE chat_comings');
  }
}
