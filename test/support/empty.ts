import type { Database } from '../../src/core/data/database';

/** What the application needs to run, and the tokens of a test file with it. */
const KEPT = ['migrations', 'signing_keys'];

/** Above this a table is given back to the disk: rows that are only deleted would be read over by every later test. */
const LARGE_BYTES = 4_000_000;

/**
 * Locks every table, so that work behind the scenes has ended, and deletes from those that have rows. The tables are taken by name,
 * as the audit chainer takes its own. Triggers and foreign keys are off meanwhile: nothing is left that could be wrong.
 */
const EMPTY = `DO $$
DECLARE
  tables text[] := ARRAY(SELECT quote_ident(tablename) FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN (${KEPT.map((name) => `'${name}'`).join(', ')}) ORDER BY tablename);
  one text;
  has_rows boolean;
BEGIN
  SET LOCAL session_replication_role = replica;
  EXECUTE 'LOCK TABLE ' || array_to_string(tables, ', ') || ' IN SHARE ROW EXCLUSIVE MODE';
  IF EXISTS (SELECT FROM unnest(tables) AS t(name) WHERE pg_table_size(name::regclass) > ${LARGE_BYTES}) THEN
    EXECUTE 'TRUNCATE ' || array_to_string(tables, ', ') || ' CASCADE';
    RETURN;
  END IF;
  FOREACH one IN ARRAY tables LOOP
    EXECUTE 'SELECT EXISTS (SELECT FROM ' || one || ')' INTO has_rows;
    IF has_rows THEN EXECUTE 'DELETE FROM ' || one; END IF;
  END LOOP;
END $$`;

/** Empties every table but those that the application needs. Twenty times as fast as TRUNCATE, which writes files for each table. */
export async function emptyTables(db: Database): Promise<void> {
  // In a transaction, which is tried again where work behind the scenes holds some of the tables the other way round.
  await db.transaction(() => db.query(EMPTY));
}
