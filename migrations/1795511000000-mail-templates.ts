import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailTemplates1795511000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_template_versions (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        key text NOT NULL,
        locale text NOT NULL,
        version integer NOT NULL,
        subject text NOT NULL,
        html text NOT NULL,
        text text,
        creator_id uuid NOT NULL,
        published_at timestamptz,
        CONSTRAINT pk_mail_template_versions PRIMARY KEY (id),
        CONSTRAINT fk_mail_template_versions_creator FOREIGN KEY (creator_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_mail_template_versions_version CHECK (version > 0)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX uq_mail_template_versions_version ON mail_template_versions (key, locale, version)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_template_versions');
  }
}
