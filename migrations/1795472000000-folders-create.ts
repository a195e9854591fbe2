import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/**
 * Folders become rows, and files resources that lie in them. The release before goes on beside this one: it writes a path as
 * text and registers nothing, so triggers do both for it at the end of its transactions. They find nothing to do where this
 * release has written.
 */
export class FoldersCreate1795472000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(`
      CREATE TABLE folders (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        owner_id uuid NOT NULL,
        parent_id uuid,
        name text NOT NULL,
        is_trashed boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_folders PRIMARY KEY (id),
        CONSTRAINT fk_folders_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX uq_folders_name ON folders (coalesce(parent_id, owner_id), name) WHERE NOT is_trashed',
    );
    await runner.query('CREATE INDEX ix_folders_owner ON folders (owner_id)');
    await runner.query('CREATE INDEX ix_folders_parent ON folders (parent_id)');
    await runner.query('ALTER TABLE files ADD COLUMN folder_id uuid');
    await runner.query(`
      CREATE FUNCTION resources_add(resource uuid, kind text, owner uuid, parent uuid, name text, address text) RETURNS void
      LANGUAGE sql AS $$
        INSERT INTO resources (id, type, owner_id, parent_id, title, url) VALUES (resource, kind, owner, parent, name, address);
        INSERT INTO resource_paths (resource_id, ancestor_id, depth)
          SELECT resource, resource, 0 UNION ALL SELECT resource, ancestor_id, depth + 1 FROM resource_paths WHERE resource_id = parent;
        INSERT INTO shares (id, resource_id, principal_type, principal_id, level, granted_by, is_container)
          VALUES (gen_random_uuid(), resource, 'owner', owner, 4, owner, kind = 'folder');
      $$`);
    await runner.query(`
      CREATE FUNCTION folders_at(owner uuid, path text) RETURNS uuid LANGUAGE plpgsql AS $$
      DECLARE place uuid; inner_id uuid; part text;
      BEGIN
        IF path IS NULL THEN RETURN NULL; END IF;
        FOREACH part IN ARRAY string_to_array(path, '/') LOOP
          INSERT INTO folders (id, owner_id, parent_id, name) VALUES (gen_random_uuid(), owner, place, part)
            ON CONFLICT (coalesce(parent_id, owner_id), name) WHERE NOT is_trashed DO NOTHING RETURNING id INTO inner_id;
          IF inner_id IS NULL THEN
            SELECT id INTO inner_id FROM folders
              WHERE coalesce(parent_id, owner_id) = coalesce(place, owner) AND name = part AND NOT is_trashed;
          ELSE
            PERFORM resources_add(inner_id, 'folder', owner, place, part, '/api/v1/folders/' || inner_id);
          END IF;
          place := inner_id;
        END LOOP;
        RETURN place;
      END $$`);
    await runner.query(`
      CREATE FUNCTION files_register() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE place uuid;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          DELETE FROM resources WHERE id = OLD.id;
        ELSIF NEW.status <> 'pending' AND NOT EXISTS (SELECT FROM resources WHERE id = NEW.id) THEN
          IF EXISTS (SELECT FROM files WHERE id = NEW.id) THEN
            PERFORM resources_add(NEW.id, 'file', NEW.owner_id, folders_at(NEW.owner_id, NEW.folder), NEW.original_filename,
              '/api/v1/storage/files/' || NEW.id || '/metadata');
          END IF;
        ELSIF TG_OP = 'UPDATE' AND NEW.folder IS DISTINCT FROM OLD.folder THEN
          place := folders_at(NEW.owner_id, NEW.folder);
          DELETE FROM resource_paths WHERE resource_id = NEW.id AND depth > 0;
          INSERT INTO resource_paths (resource_id, ancestor_id, depth)
            SELECT NEW.id, ancestor_id, depth + 1 FROM resource_paths WHERE resource_id = place;
          UPDATE resources SET parent_id = place WHERE id = NEW.id;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER files_register AFTER INSERT OR DELETE OR UPDATE OF status, folder ON files
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION files_register()`);
    await runner.query(`
      SELECT resources_add(id, 'file', owner_id, folders_at(owner_id, folder), original_filename, '/api/v1/storage/files/' || id || '/metadata')
      FROM files WHERE status <> 'pending'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER files_register ON files');
    await runner.query('DROP FUNCTION files_register');
    await runner.query(`
      UPDATE files f SET folder = (SELECT string_agg(o.name, '/' ORDER BY p.depth DESC)
        FROM resource_paths p JOIN folders o ON o.id = p.ancestor_id WHERE p.resource_id = f.id)
      WHERE status <> 'pending'`);
    await runner.query('DROP FUNCTION folders_at');
    await runner.query('DROP FUNCTION resources_add');
    await runner.query(`UPDATE resources SET parent_id = NULL WHERE type IN ('file', 'folder')`);
    await runner.query(`DELETE FROM resources WHERE type IN ('file', 'folder')`);
    await runner.query('ALTER TABLE files DROP COLUMN folder_id');
    await runner.query('DROP TABLE folders');
  }
}
