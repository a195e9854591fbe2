import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What resources are found by, and the words there are, for those that are misspelt. A trigger keeps both. */
export class SearchCreate1795501000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_entries (
        resource_id uuid NOT NULL,
        type text NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        is_trashed boolean NOT NULL DEFAULT false,
        search tsvector NOT NULL,
        CONSTRAINT pk_search_entries PRIMARY KEY (resource_id),
        CONSTRAINT fk_search_entries_resource FOREIGN KEY (resource_id) REFERENCES resources (id) ON DELETE CASCADE
      )`);
    // Not the words of the shop, which everybody may try: these are of texts that few may read.
    await runner.query(`
      CREATE TABLE search_terms (
        word text COLLATE "C" NOT NULL,
        checked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_search_terms PRIMARY KEY (word)
      )`);
    await runner.query('CREATE INDEX ix_search_terms_similar ON search_terms USING gist (word gist_trgm_ops)');
    await runner.query('CREATE INDEX ix_search_terms_checked_at ON search_terms (checked_at)');
    await runner.query(`
      CREATE FUNCTION search_entry_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' OR NEW.title <> OLD.title OR NEW.text <> OLD.text THEN
          NEW.search := setweight(to_tsvector('simple', search_text(NEW.title)), 'A') ||
            setweight(to_tsvector('simple', search_text(NEW.text)), 'C');
        END IF;
        IF NOT NEW.is_trashed THEN
          INSERT INTO search_terms (word)
          SELECT DISTINCT word COLLATE "C" FROM unnest(tsvector_to_array(NEW.search)) AS found (word)
          WHERE length(word) <= 200 AND word !~ '[0-9]' ORDER BY 1 ON CONFLICT DO NOTHING;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_search_entries BEFORE INSERT OR UPDATE ON search_entries
      FOR EACH ROW EXECUTE FUNCTION search_entry_is_searchable()`);
    await runner.query(`
      CREATE INDEX ix_search_entries_search ON search_entries USING gin (search) WITH (fastupdate = off)
      WHERE NOT is_trashed`);
    // Whoever registers a resource, be it the release before: its title is found.
    await runner.query(`
      CREATE FUNCTION search_follows_resource() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO search_entries AS e (resource_id, type, title, text, is_trashed)
        VALUES (NEW.id, NEW.type, NEW.title, '', NEW.trashed_at IS NOT NULL)
        ON CONFLICT (resource_id) DO UPDATE SET title = excluded.title, is_trashed = excluded.is_trashed
        WHERE e.title <> excluded.title OR e.is_trashed <> excluded.is_trashed;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_resources_search AFTER INSERT OR UPDATE OF title, trashed_at ON resources
      FOR EACH ROW EXECUTE FUNCTION search_follows_resource()`);
    await runner.query(`
      INSERT INTO search_entries (resource_id, type, title, text, is_trashed)
      SELECT id, type, title, '', trashed_at IS NOT NULL FROM resources`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tr_resources_search ON resources');
    await runner.query('DROP FUNCTION search_follows_resource');
    await runner.query('DROP TABLE search_entries');
    await runner.query('DROP FUNCTION search_entry_is_searchable');
    await runner.query('DROP TABLE search_terms');
  }
}
