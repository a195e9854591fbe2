import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms, classrooms and who is enrolled in them. No day of a closed term gains or loses a student. */
export class SchoolCreate1795341630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE school_terms (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        closed_at timestamptz,
        CONSTRAINT pk_school_terms PRIMARY KEY (id),
        CONSTRAINT ck_school_terms_dates CHECK (ends_on >= starts_on),
        CONSTRAINT ex_school_terms_dates EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_school_terms_name ON school_terms (lower(name))');
    await runner.query(`
      CREATE TABLE classrooms (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        grade_level integer NOT NULL,
        teacher_id uuid NOT NULL,
        capacity integer,
        CONSTRAINT pk_classrooms PRIMARY KEY (id),
        CONSTRAINT ck_classrooms_grade_level CHECK (grade_level BETWEEN 1 AND 13),
        CONSTRAINT ck_classrooms_capacity CHECK (capacity BETWEEN 1 AND 1000),
        CONSTRAINT fk_classrooms_teacher FOREIGN KEY (teacher_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_classrooms_name ON classrooms (lower(name))');
    await runner.query('CREATE INDEX ix_classrooms_name ON classrooms (name, id)');
    await runner.query('CREATE INDEX ix_classrooms_teacher ON classrooms (teacher_id, id)');
    await runner.query(`
      CREATE TABLE enrollments (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        classroom_id uuid NOT NULL,
        student_id uuid NOT NULL,
        enrolled_on date NOT NULL,
        withdrawn_on date,
        CONSTRAINT pk_enrollments PRIMARY KEY (id),
        CONSTRAINT ck_enrollments_dates CHECK (withdrawn_on >= enrolled_on),
        CONSTRAINT fk_enrollments_classroom FOREIGN KEY (classroom_id) REFERENCES classrooms (id) ON DELETE RESTRICT,
        CONSTRAINT fk_enrollments_student FOREIGN KEY (student_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX uq_enrollments_active ON enrollments (classroom_id, student_id) WHERE withdrawn_on IS NULL',
    );
    await runner.query('CREATE INDEX ix_enrollments_classroom ON enrollments (classroom_id, id)');
    await runner.query('CREATE INDEX ix_enrollments_student ON enrollments (student_id, id)');
    // FOR SHARE, so that a term that is being closed at this moment is waited for.
    await runner.query(`
      CREATE FUNCTION enrollment_days_are_open(days daterange) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        term record;
      BEGIN
        FOR term IN SELECT closed_at FROM school_terms
          WHERE daterange(starts_on, ends_on, '[]') && days ORDER BY id FOR SHARE
        LOOP
          IF term.closed_at IS NOT NULL THEN
            RAISE EXCEPTION 'The term is closed'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_enrollments_term_open';
          END IF;
        END LOOP;
      END $$`);
    await runner.query(`
      CREATE FUNCTION enrollments_keep_closed_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        old_end date;
        new_end date;
      BEGIN
        IF TG_OP <> 'INSERT' THEN old_end := coalesce(OLD.withdrawn_on, 'infinity'); END IF;
        IF TG_OP <> 'DELETE' THEN new_end := coalesce(NEW.withdrawn_on, 'infinity'); END IF;
        IF TG_OP = 'UPDATE' AND (OLD.classroom_id, OLD.student_id, OLD.enrolled_on)
          IS NOT DISTINCT FROM (NEW.classroom_id, NEW.student_id, NEW.enrolled_on) THEN
          PERFORM enrollment_days_are_open(daterange(least(old_end, new_end), greatest(old_end, new_end)));
          RETURN NEW;
        END IF;
        IF TG_OP <> 'INSERT' THEN PERFORM enrollment_days_are_open(daterange(OLD.enrolled_on, old_end)); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM enrollment_days_are_open(daterange(NEW.enrolled_on, new_end)); END IF;
        RETURN coalesce(NEW, OLD);
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_enrollments_term_open BEFORE INSERT OR UPDATE OR DELETE ON enrollments
      FOR EACH ROW EXECUTE FUNCTION enrollments_keep_closed_terms()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enrollments');
    await runner.query('DROP FUNCTION enrollments_keep_closed_terms');
    await runner.query('DROP FUNCTION enrollment_days_are_open');
    await runner.query('DROP TABLE classrooms');
    await runner.query('DROP TABLE school_terms');
  }
}
