import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCH = 2000;

/** Adds the words of documents; those with digits are numbers and codes, of which near ones are other ones. */
const wordsOf = (documents: string): string => `
  INSERT INTO search_words (word)
  SELECT DISTINCT word COLLATE "C" FROM ${documents}, unnest(tsvector_to_array(search)) AS found (word)
  WHERE length(word) <= 200 AND word !~ '[0-9]' ORDER BY 1 ON CONFLICT DO NOTHING`;

/**
 * What a product is found by, kept by a trigger, and the words there are, for those that are misspelt. Without a
 * transaction of its own, so that products are sold while it fills; what an interrupted run has done is done again.
 */
export class CatalogSearch1795341611000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET lock_timeout = '5s'`);
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public');
    await runner.query('CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public');
    // Small letters without accents, and a space for everything in ASCII that is no letter and no digit.
    await runner.query(`
      CREATE OR REPLACE FUNCTION search_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)),
          '[\\x01-\\x2f\\x3a-\\x60\\x7b-\\x7f]+', ' ', 'g')
      $$`);
    // A SKU is found with and without its dashes.
    await runner.query(`
      CREATE OR REPLACE FUNCTION product_search(name text, sku text, description text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT setweight(to_tsvector('simple',
            search_text(name) || ' ' || search_text(sku) || ' ' || replace(search_text(sku), ' ', '')), 'A') ||
          setweight(to_tsvector('simple', search_text(description)), 'C')
      $$`);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS search_words (
        word text COLLATE "C" NOT NULL,
        CONSTRAINT pk_search_words PRIMARY KEY (word)
      )`);
    await runner.query(
      'CREATE INDEX IF NOT EXISTS ix_search_words_similar ON search_words USING gist (word gist_trgm_ops)',
    );
    await runner.query('ALTER TABLE products ADD COLUMN IF NOT EXISTS search tsvector');
    await runner.query(`
      CREATE OR REPLACE FUNCTION product_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search := product_search(NEW.name, NEW.sku, NEW.description);
        ${wordsOf('(SELECT NEW.search AS search) AS product')};
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE OR REPLACE TRIGGER tr_products_search BEFORE INSERT OR UPDATE OF name, sku, description ON products
      FOR EACH ROW EXECUTE FUNCTION product_is_searchable()`);
    for (let filled = BATCH; filled === BATCH;) {
      const rows = (await runner.query(`
        WITH filled AS (
          UPDATE products SET search = product_search(name, sku, description)
          WHERE id IN (SELECT id FROM products WHERE search IS NULL LIMIT ${BATCH}) RETURNING search
        ), said AS (${wordsOf('filled')})
        SELECT count(*)::int AS filled FROM filled`)) as [{ filled: number }];
      filled = rows[0].filled;
    }
    await runner.query('ALTER TABLE products ALTER COLUMN search SET NOT NULL');
    await runner.query(`
      CREATE INDEX IF NOT EXISTS ix_products_search ON products USING gin (search) WITH (fastupdate = off)
      WHERE deleted_at IS NULL`);
    await runner.query('RESET lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER IF EXISTS tr_products_search ON products');
    await runner.query('ALTER TABLE products DROP COLUMN IF EXISTS search');
    await runner.query('DROP FUNCTION IF EXISTS product_is_searchable');
    await runner.query('DROP FUNCTION IF EXISTS product_search');
    await runner.query('DROP FUNCTION IF EXISTS search_text');
    await runner.query('DROP TABLE IF EXISTS search_words');
    await runner.query('DROP EXTENSION IF EXISTS unaccent');
    await runner.query('DROP EXTENSION IF EXISTS pg_trgm');
  }
}
