import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts. */
export class UsersCreate1795341600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        email text NOT NULL,
        username text,
        full_name text NOT NULL,
        roles text[] NOT NULL,
        permissions text[] NOT NULL DEFAULT '{}',
        is_active boolean NOT NULL DEFAULT true,
        card_brand text,
        card_last4 text,
        CONSTRAINT pk_users PRIMARY KEY (id),
        CONSTRAINT ck_users_card_last4 CHECK (card_last4 ~ '^[0-9]{4}$')
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_users_email ON users (lower(email))');
    await runner.query('CREATE UNIQUE INDEX uq_users_username ON users (lower(username))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE users');
  }
}
