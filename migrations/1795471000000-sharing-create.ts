import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SharingCreate1795471000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resources (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        type text NOT NULL,
        owner_id uuid NOT NULL,
        parent_id uuid,
        title text NOT NULL,
        url text NOT NULL,
        trashed_at timestamptz,
        trashed_with uuid,
        CONSTRAINT pk_resources PRIMARY KEY (id),
        CONSTRAINT fk_resources_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT fk_resources_parent FOREIGN KEY (parent_id) REFERENCES resources (id)
      )`);
    await runner.query('CREATE INDEX ix_resources_owner ON resources (owner_id, id)');
    await runner.query('CREATE INDEX ix_resources_parent ON resources (parent_id, type, id)');
    await runner.query('CREATE INDEX ix_resources_type ON resources (type, id) WHERE trashed_at IS NULL');
    await runner.query('CREATE INDEX ix_resources_trash ON resources (trashed_at) WHERE trashed_at IS NOT NULL');
    await runner.query(
      'CREATE INDEX ix_resources_trashed_with ON resources (trashed_with) WHERE trashed_with IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE resource_paths (
        resource_id uuid NOT NULL,
        ancestor_id uuid NOT NULL,
        depth smallint NOT NULL,
        CONSTRAINT pk_resource_paths PRIMARY KEY (resource_id, ancestor_id),
        CONSTRAINT fk_resource_paths_resource FOREIGN KEY (resource_id) REFERENCES resources (id) ON DELETE CASCADE,
        CONSTRAINT fk_resource_paths_ancestor FOREIGN KEY (ancestor_id) REFERENCES resources (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_resource_paths_ancestor ON resource_paths (ancestor_id, resource_id)');
    await runner.query(`
      CREATE TABLE shares (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        resource_id uuid NOT NULL,
        principal_type text NOT NULL,
        principal_id uuid NOT NULL,
        level smallint NOT NULL,
        is_container boolean NOT NULL DEFAULT false,
        expires_at timestamptz,
        granted_by uuid,
        token_hash bytea,
        password_hash text,
        CONSTRAINT pk_shares PRIMARY KEY (id),
        CONSTRAINT fk_shares_resource FOREIGN KEY (resource_id) REFERENCES resources (id) ON DELETE CASCADE,
        CONSTRAINT fk_shares_granted_by FOREIGN KEY (granted_by) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT ck_shares_level CHECK (level BETWEEN 1 AND 4),
        CONSTRAINT ck_shares_principal CHECK (principal_type IN ('owner', 'user', 'group', 'link')),
        CONSTRAINT ck_shares_owner CHECK (principal_type <> 'owner' OR (level = 4 AND expires_at IS NULL)),
        CONSTRAINT ck_shares_link CHECK ((principal_type = 'link') = (token_hash IS NOT NULL) AND (principal_type <> 'link' OR level <= 3))
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_shares_principal ON shares (resource_id, principal_id)');
    await runner.query('CREATE INDEX ix_shares_principal ON shares (principal_id, resource_id)');
    await runner.query('CREATE INDEX ix_shares_containers ON shares (principal_id, resource_id) WHERE is_container');
    await runner.query('CREATE UNIQUE INDEX uq_shares_token ON shares (token_hash) WHERE token_hash IS NOT NULL');
    await runner.query('CREATE INDEX ix_shares_granted_by ON shares (granted_by)');
    await runner.query('CREATE INDEX ix_shares_expires_at ON shares (expires_at) WHERE expires_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shares');
    await runner.query('DROP TABLE resource_paths');
    await runner.query('DROP TABLE resources');
  }
}
