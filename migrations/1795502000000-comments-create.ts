import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentsCreate1795502000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comments (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        resource_id uuid NOT NULL,
        parent_id uuid,
        author_id uuid,
        author_name text,
        body text,
        anchor jsonb,
        edited_at timestamptz,
        deleted_at timestamptz,
        resolved_at timestamptz,
        resolved_by uuid,
        CONSTRAINT pk_comments PRIMARY KEY (id),
        CONSTRAINT fk_comments_resource FOREIGN KEY (resource_id) REFERENCES resources (id) ON DELETE CASCADE,
        CONSTRAINT fk_comments_parent FOREIGN KEY (parent_id) REFERENCES comments (id),
        CONSTRAINT fk_comments_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT fk_comments_resolved_by FOREIGN KEY (resolved_by) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_comments_author CHECK (author_id IS NULL OR author_name IS NULL),
        CONSTRAINT ck_comments_deleted CHECK ((deleted_at IS NULL) = (body IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX ix_comments_resource ON comments (resource_id, id)');
    await runner.query('CREATE INDEX ix_comments_parent ON comments (parent_id) WHERE parent_id IS NOT NULL');
    await runner.query('CREATE INDEX ix_comments_author ON comments (author_id) WHERE author_id IS NOT NULL');
    await runner.query('CREATE INDEX ix_comments_resolved_by ON comments (resolved_by) WHERE resolved_by IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comments');
  }
}
