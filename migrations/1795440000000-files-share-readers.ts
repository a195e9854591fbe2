import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has used a link, so that the same reader goes on with parts of the file without another use. */
export class FilesShareReaders1795440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE file_shares ADD COLUMN readers bytea[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_shares DROP COLUMN readers');
  }
}
