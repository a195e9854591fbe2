import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grades and every value they ever had; what a closed term has stays as it is. */
export class SchoolGrades1795341630100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grades (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        student_id uuid NOT NULL,
        classroom_id uuid NOT NULL,
        term_id uuid NOT NULL,
        version integer NOT NULL,
        subject text NOT NULL,
        assessment text,
        score_hundredths integer NOT NULL,
        weight_hundredths integer NOT NULL,
        comments text NOT NULL,
        deleted_at timestamptz,
        CONSTRAINT pk_grades PRIMARY KEY (id),
        CONSTRAINT ck_grades_score CHECK (score_hundredths BETWEEN 0 AND 10000),
        CONSTRAINT ck_grades_weight CHECK (weight_hundredths BETWEEN 1 AND 10000),
        CONSTRAINT fk_grades_student FOREIGN KEY (student_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT fk_grades_classroom FOREIGN KEY (classroom_id) REFERENCES classrooms (id) ON DELETE RESTRICT,
        CONSTRAINT fk_grades_term FOREIGN KEY (term_id) REFERENCES school_terms (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_grades_student ON grades (student_id, id)');
    await runner.query('CREATE INDEX ix_grades_classroom ON grades (classroom_id, id)');
    await runner.query('CREATE INDEX ix_grades_term ON grades (term_id)');
    await runner.query(`
      CREATE UNIQUE INDEX uq_grades_assessment ON grades (classroom_id, student_id, term_id, subject, assessment)
      WHERE assessment IS NOT NULL AND deleted_at IS NULL`);
    await runner.query(`
      CREATE TABLE grade_versions (
        grade_id uuid NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        subject text NOT NULL,
        assessment text,
        score_hundredths integer NOT NULL,
        weight_hundredths integer NOT NULL,
        comments text NOT NULL,
        deleted boolean NOT NULL,
        actor_id uuid,
        reason text NOT NULL,
        CONSTRAINT pk_grade_versions PRIMARY KEY (grade_id, version),
        CONSTRAINT fk_grade_versions_grade FOREIGN KEY (grade_id) REFERENCES grades (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE FUNCTION grade_versions_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The history of grades is append-only'
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_grade_versions_append_only';
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_grade_versions_append_only BEFORE UPDATE OR DELETE ON grade_versions
      FOR EACH ROW EXECUTE FUNCTION grade_versions_are_append_only()`);
    // FOR SHARE, so that a term that is being closed at this moment is waited for.
    await runner.query(`
      CREATE FUNCTION grades_keep_closed_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        closed timestamptz;
      BEGIN
        IF TG_OP = 'UPDATE' AND (OLD.student_id, OLD.classroom_id, OLD.term_id)
          IS DISTINCT FROM (NEW.student_id, NEW.classroom_id, NEW.term_id) THEN
          RAISE EXCEPTION 'A grade stays with its student, classroom and term'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_grades_fixed';
        END IF;
        SELECT closed_at INTO closed FROM school_terms WHERE id = coalesce(NEW.term_id, OLD.term_id) FOR SHARE;
        IF closed IS NOT NULL THEN
          RAISE EXCEPTION 'The term is closed'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_grades_term_open';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_grades_term_open BEFORE INSERT OR UPDATE OR DELETE ON grades
      FOR EACH ROW EXECUTE FUNCTION grades_keep_closed_terms()`);
    await runner.query(`
      CREATE FUNCTION grade_is_remembered(id uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT 1 FROM grades g JOIN grade_versions v ON v.grade_id = g.id AND v.version = g.version
          WHERE g.id = $1 AND (v.subject, v.assessment, v.score_hundredths, v.weight_hundredths, v.comments, v.deleted)
            IS NOT DISTINCT FROM
            (g.subject, g.assessment, g.score_hundredths, g.weight_hundredths, g.comments, g.deleted_at IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM grade_versions WHERE grade_id = g.id AND version > g.version)
        ) THEN
          RAISE EXCEPTION 'Grade % is not what its history says', $1
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_grades_remembered';
        END IF;
      END $$`);
    await runner.query(`
      CREATE FUNCTION grades_are_remembered() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM grade_is_remembered(NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER tr_grades_remembered AFTER INSERT OR UPDATE ON grades
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grades_are_remembered()`);
    await runner.query(`
      CREATE FUNCTION grade_versions_are_of_grades() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM grade_is_remembered(NEW.grade_id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER tr_grade_versions_of_grades AFTER INSERT ON grade_versions
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grade_versions_are_of_grades()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE grade_versions');
    await runner.query('DROP TABLE grades');
    for (const name of [
      'grade_versions_are_of_grades',
      'grades_are_remembered',
      'grade_is_remembered',
      'grades_keep_closed_terms',
      'grade_versions_are_append_only',
    ]) {
      await runner.query(`DROP FUNCTION ${name}`);
    }
  }
}
