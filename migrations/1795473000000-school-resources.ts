import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/**
 * Classrooms become resources of their teachers, which everyone may see and whoever is in them may comment on. A trigger
 * registers those that the release before makes or changes beside this one.
 */
export class SchoolResources1795473000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(`
      CREATE FUNCTION classrooms_add(classroom uuid, teacher uuid, name text) RETURNS void LANGUAGE sql AS $$
        SELECT resources_add(classroom, 'classroom', teacher, NULL, name, '/api/v1/classrooms/' || classroom);
        INSERT INTO shares (id, resource_id, principal_type, principal_id, level) VALUES
          (gen_random_uuid(), classroom, 'group', md5('everyone')::uuid, 1), (gen_random_uuid(), classroom, 'group', classroom, 2);
      $$`);
    await runner.query(`
      CREATE FUNCTION classrooms_register() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          DELETE FROM shares WHERE principal_id = OLD.id;
          DELETE FROM resources WHERE id = OLD.id;
        ELSIF NOT EXISTS (SELECT FROM classrooms WHERE id = NEW.id) THEN
          RETURN NULL;
        ELSIF NOT EXISTS (SELECT FROM resources WHERE id = NEW.id) THEN
          PERFORM classrooms_add(NEW.id, NEW.teacher_id, NEW.name);
        ELSE
          UPDATE resources SET title = NEW.name, owner_id = NEW.teacher_id
            WHERE id = NEW.id AND (title <> NEW.name OR owner_id <> NEW.teacher_id);
          DELETE FROM shares WHERE resource_id = NEW.id AND principal_type = 'user' AND principal_id = NEW.teacher_id;
          UPDATE shares SET principal_id = NEW.teacher_id
            WHERE resource_id = NEW.id AND principal_type = 'owner' AND principal_id <> NEW.teacher_id;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER classrooms_register AFTER INSERT OR DELETE OR UPDATE OF name, teacher_id ON classrooms
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION classrooms_register()`);
    await runner.query('SELECT classrooms_add(id, teacher_id, name) FROM classrooms');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER classrooms_register ON classrooms');
    await runner.query('DROP FUNCTION classrooms_register');
    await runner.query('DROP FUNCTION classrooms_add');
    await runner.query('DELETE FROM shares WHERE principal_id IN (SELECT id FROM classrooms)');
    await runner.query(`DELETE FROM resources WHERE type = 'classroom'`);
  }
}
