import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was spent once: its `used_at` is never taken away. */
const SPENT_ONCE = ['refresh_tokens', 'one_time_tokens', 'mfa_recovery_codes', 'ws_tickets', 'oidc_logins'];

/** What only the code has refused until now, the database refuses too, whoever writes. */
export class CorePromises1795430100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Deferred, since an import enrols before it withdraws. The classroom's row is the lock, as it is everywhere.
    await runner.query(`
      CREATE FUNCTION classrooms_hold_their_students() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        room uuid := CASE TG_TABLE_NAME WHEN 'classrooms' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'classroom_id')::uuid END;
        places integer;
      BEGIN
        SELECT capacity INTO places FROM classrooms WHERE id = room FOR NO KEY UPDATE;
        IF places < (SELECT count(*) FROM enrollments WHERE classroom_id = room AND withdrawn_on IS NULL) THEN
          RAISE EXCEPTION 'The classroom has no more than % places', places
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_classrooms_hold_students';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER tr_enrollments_fit AFTER INSERT OR UPDATE OF classroom_id, withdrawn_on ON enrollments
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.withdrawn_on IS NULL)
      EXECUTE FUNCTION classrooms_hold_their_students()`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER tr_classrooms_fit AFTER UPDATE OF capacity ON classrooms
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.capacity IS NOT NULL)
      EXECUTE FUNCTION classrooms_hold_their_students()`);
    await runner.query(`
      CREATE FUNCTION refuse_going_back() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'What was used in % stays used', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_ARGV[0];
      END $$`);
    // Another secret begins anew, as long as it is pending.
    await runner.query(`
      CREATE TRIGGER tr_mfa_factors_grow BEFORE UPDATE ON mfa_factors FOR EACH ROW
      WHEN (NEW.last_step < OLD.last_step AND (OLD.status = 'enabled' OR NEW.secret = OLD.secret))
      EXECUTE FUNCTION refuse_going_back('ck_mfa_factors_last_step')`);
    for (const table of SPENT_ONCE) {
      await runner.query(`
        CREATE TRIGGER tr_${table}_spent BEFORE UPDATE OF used_at ON ${table} FOR EACH ROW
        WHEN (OLD.used_at IS NOT NULL AND NEW.used_at IS NULL)
        EXECUTE FUNCTION refuse_going_back('ck_${table}_spent')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of SPENT_ONCE) await runner.query(`DROP TRIGGER tr_${table}_spent ON ${table}`);
    await runner.query('DROP TRIGGER tr_mfa_factors_grow ON mfa_factors');
    await runner.query('DROP FUNCTION refuse_going_back()');
    await runner.query('DROP TRIGGER tr_classrooms_fit ON classrooms');
    await runner.query('DROP TRIGGER tr_enrollments_fit ON enrollments');
    await runner.query('DROP FUNCTION classrooms_hold_their_students()');
  }
}
