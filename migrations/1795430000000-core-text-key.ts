import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unicode's Default_Ignorable_Code_Point, as ranges of a regular expression. */
const IGNORED = String.raw`\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff`;
const BLANKS = String.raw`\u0009-\u000d \u0085\u1680\u2028\u2029`;

/** What was unique without case is now unique as a person reads it. */
const UNIQUE = [
  { table: 'users', column: 'email', index: 'uq_users_email', live: '' },
  { table: 'categories', column: 'name', index: 'uq_categories_name', live: 'WHERE deleted_at IS NULL' },
  { table: 'school_terms', column: 'name', index: 'uq_school_terms_name', live: '' },
  { table: 'classrooms', column: 'name', index: 'uq_classrooms_name', live: '' },
];
const BATCH = 1000;

/**
 * One folding for equality, `text_key`. Rows that have been told apart until now and are the same to a person are all kept: the
 * oldest has `duplicate_no` 0, the others count on, and lose it with their next name.
 */
export class CoreTextKey1795430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION text_key(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN normalize(btrim(regexp_replace(regexp_replace(
        replace(replace(
          lower(replace(normalize(given, NFKC), U&'\\0130', U&'i\\0307') COLLATE pg_catalog.pg_c_utf8),
        U&'\\03c2', U&'\\03c3'), U&'\\00df', 'ss'),
        '[${IGNORED}]', '', 'g'), '[${BLANKS}]+', ' ', 'g')), NFKC)`);
    await runner.query(`
      CREATE FUNCTION forget_duplicate_no() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.duplicate_no := 0;
        RETURN NEW;
      END $$`);
    for (const { index } of UNIQUE) await runner.query(`DROP INDEX ${index}`);
    await asciiDomains(runner);
    for (const { table, column, index, live } of UNIQUE) {
      await runner.query(`ALTER TABLE ${table} ADD duplicate_no integer NOT NULL DEFAULT 0`);
      await runner.query(`
        UPDATE ${table} SET duplicate_no = counted.n FROM (
          SELECT id, row_number() OVER (PARTITION BY text_key(${column}) ORDER BY id) - 1 AS n FROM ${table} ${live}
        ) AS counted WHERE ${table}.id = counted.id AND counted.n > 0`);
      await runner.query(`CREATE UNIQUE INDEX ${index} ON ${table} (text_key(${column}), duplicate_no) ${live}`);
      await runner.query(`
        CREATE TRIGGER tr_${table}_duplicate_no BEFORE UPDATE OF ${column} ON ${table} FOR EACH ROW
        WHEN (text_key(OLD.${column}) <> text_key(NEW.${column})) EXECUTE FUNCTION forget_duplicate_no()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column, index, live } of UNIQUE) {
      await runner.query(`DROP TRIGGER tr_${table}_duplicate_no ON ${table}`);
      await runner.query(`DROP INDEX ${index}`);
      await runner.query(`CREATE UNIQUE INDEX ${index} ON ${table} (lower(${column})) ${live}`);
      await runner.query(`ALTER TABLE ${table} DROP duplicate_no`);
    }
    await runner.query('DROP FUNCTION forget_duplicate_no()');
    await runner.query('DROP FUNCTION text_key(text)');
  }
}

/** International domains in their ASCII form, which is how addresses are kept from now on. */
async function asciiDomains(runner: QueryRunner): Promise<void> {
  let last: string | null = null;
  for (;;) {
    const rows: { id: string; email: string }[] = (await runner.query(
      `SELECT id, email FROM users WHERE split_part(email, '@', -1) ~ '[^\\x01-\\x7f]' AND ($1::uuid IS NULL OR id > $1)
       ORDER BY id LIMIT ${BATCH}`,
      [last],
    )) as { id: string; email: string }[];
    if (rows.length === 0) return;
    last = rows[rows.length - 1].id;
    for (const { id, email } of rows) {
      const at = email.lastIndexOf('@') + 1;
      const domain = domainToASCII(email.slice(at));
      if (domain === '') continue;
      await runner.query('UPDATE users SET email = $2 WHERE id = $1', [id, email.slice(0, at) + domain]);
    }
  }
}
