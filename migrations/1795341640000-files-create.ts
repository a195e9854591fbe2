import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files, links to them, resumable uploads, and what each user has used of their quota. */
export class FilesCreate1795341640000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        owner_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        filename text NOT NULL,
        original_filename text NOT NULL,
        content_type text NOT NULL,
        size_bytes bigint NOT NULL,
        checksum character(64) NOT NULL,
        category text NOT NULL,
        folder text,
        description text,
        CONSTRAINT pk_files PRIMARY KEY (id),
        CONSTRAINT ck_files_status CHECK (status IN ('pending', 'ready', 'damaged')),
        CONSTRAINT ck_files_size CHECK (size_bytes > 0),
        CONSTRAINT fk_files_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_files_owner ON files (owner_id, id)');
    await runner.query(`CREATE INDEX ix_files_pending ON files (created_at) WHERE status = 'pending'`);
    await runner.query(`
      CREATE TABLE file_shares (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        file_id uuid NOT NULL,
        secret_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        max_uses integer,
        uses integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_file_shares PRIMARY KEY (id),
        CONSTRAINT ck_file_shares_uses CHECK (uses >= 0 AND (max_uses IS NULL OR uses <= max_uses)),
        CONSTRAINT fk_file_shares_file FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_file_shares_file ON file_shares (file_id)');
    await runner.query('CREATE UNIQUE INDEX uq_file_shares_secret ON file_shares (secret_hash)');
    await runner.query('CREATE INDEX ix_file_shares_expires_at ON file_shares (expires_at)');
    await runner.query(`
      CREATE TABLE file_uploads (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        owner_id uuid NOT NULL,
        length_bytes bigint NOT NULL,
        offset_bytes bigint NOT NULL DEFAULT 0,
        metadata jsonb NOT NULL,
        metadata_text text NOT NULL DEFAULT '',
        expires_at timestamptz NOT NULL,
        lease uuid,
        lease_until timestamptz,
        CONSTRAINT pk_file_uploads PRIMARY KEY (id),
        CONSTRAINT ck_file_uploads_offset CHECK (offset_bytes >= 0 AND offset_bytes <= length_bytes),
        CONSTRAINT fk_file_uploads_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_file_uploads_owner ON file_uploads (owner_id)');
    await runner.query('CREATE INDEX ix_file_uploads_expires_at ON file_uploads (expires_at)');
    await runner.query(`
      CREATE TABLE file_usage (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        used_bytes bigint NOT NULL DEFAULT 0,
        CONSTRAINT pk_file_usage PRIMARY KEY (id),
        CONSTRAINT ck_file_usage_used CHECK (used_bytes >= 0),
        CONSTRAINT fk_file_usage_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_file_usage_user ON file_usage (user_id)');
  }

  /** The bytes stay where they are, without rows. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file_usage');
    await runner.query('DROP TABLE file_uploads');
    await runner.query('DROP TABLE file_shares');
    await runner.query('DROP TABLE files');
  }
}
