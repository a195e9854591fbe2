import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupsCreate1795470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE groups (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        owner_id uuid,
        CONSTRAINT pk_groups PRIMARY KEY (id),
        CONSTRAINT fk_groups_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_groups_name ON groups (text_key(name))');
    await runner.query('CREATE INDEX ix_groups_owner ON groups (owner_id)');
    await runner.query(`
      CREATE TABLE group_members (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        group_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT pk_group_members PRIMARY KEY (id),
        CONSTRAINT fk_group_members_group FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE,
        CONSTRAINT fk_group_members_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_group_members ON group_members (group_id, user_id)');
    await runner.query('CREATE INDEX ix_group_members_user ON group_members (user_id, group_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE group_members');
    await runner.query('DROP TABLE groups');
  }
}
