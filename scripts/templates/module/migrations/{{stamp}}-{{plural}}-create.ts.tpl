import type { MigrationInterface, QueryRunner } from 'typeorm';

export class {{Plural}}Create{{stamp}} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE {{table}} (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        title text NOT NULL,
        checked_at timestamptz,
        CONSTRAINT pk_{{table}} PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE {{table}}');
  }
}
