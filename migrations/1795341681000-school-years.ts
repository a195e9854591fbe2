import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which school year a term is of; those there are have none. */
export class SchoolYears1795341681000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE school_terms ADD COLUMN school_year text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE school_terms DROP COLUMN school_year');
  }
}
