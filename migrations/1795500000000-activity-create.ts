import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ActivityCreate1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity_entries (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        resource_id uuid NOT NULL,
        actor_id uuid,
        act text NOT NULL,
        title text NOT NULL,
        facts jsonb NOT NULL,
        level smallint NOT NULL,
        CONSTRAINT pk_activity_entries PRIMARY KEY (id),
        CONSTRAINT fk_activity_entries_resource FOREIGN KEY (resource_id) REFERENCES resources (id) ON DELETE CASCADE,
        CONSTRAINT fk_activity_entries_actor FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_activity_entries_level CHECK (level BETWEEN 1 AND 4)
      )`);
    await runner.query('CREATE INDEX ix_activity_entries_resource ON activity_entries (resource_id, id)');
    await runner.query('CREATE INDEX ix_activity_entries_actor ON activity_entries (actor_id, id)');
    await runner.query('CREATE INDEX ix_activity_entries_created_at ON activity_entries (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE activity_entries');
  }
}
