import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a task was given back by a worker that ended: from some number on that counts as an attempt. */
export class TasksGivenBack1795402000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tasks ADD COLUMN given_back integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tasks DROP COLUMN given_back');
  }
}
