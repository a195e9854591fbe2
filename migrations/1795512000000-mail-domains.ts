import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailDomains1795512000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_domains (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        domain text NOT NULL,
        creator_id uuid NOT NULL,
        CONSTRAINT pk_mail_domains PRIMARY KEY (id),
        CONSTRAINT fk_mail_domains_creator FOREIGN KEY (creator_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_mail_domains_domain ON mail_domains (domain)');
    await runner.query(`
      CREATE TABLE mail_domain_keys (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        domain_id uuid NOT NULL,
        algorithm text NOT NULL,
        selector text NOT NULL,
        private_key bytea NOT NULL,
        public_key text NOT NULL,
        activated_at timestamptz,
        CONSTRAINT pk_mail_domain_keys PRIMARY KEY (id),
        CONSTRAINT fk_mail_domain_keys_domain FOREIGN KEY (domain_id) REFERENCES mail_domains (id) ON DELETE CASCADE,
        CONSTRAINT ck_mail_domain_keys_algorithm CHECK (algorithm IN ('rsa', 'ed25519'))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_mail_domain_keys_selector ON mail_domain_keys (domain_id, selector)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_domain_keys');
    await runner.query('DROP TABLE mail_domains');
  }
}
