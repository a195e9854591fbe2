import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transcripts as they were issued. What one says stays; it may be revoked, and emptied with the student's account. */
export class SchoolTranscripts1795341680000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE school_transcripts (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        student_id uuid NOT NULL,
        term_id uuid,
        issued_by uuid,
        code text NOT NULL,
        content text NOT NULL,
        content_hash text NOT NULL,
        signature text NOT NULL,
        revoked_at timestamptz,
        revoked_by uuid,
        reason text NOT NULL DEFAULT '',
        CONSTRAINT pk_school_transcripts PRIMARY KEY (id),
        CONSTRAINT ck_school_transcripts_emptied CHECK (content <> '' OR revoked_at IS NOT NULL),
        CONSTRAINT fk_school_transcripts_student FOREIGN KEY (student_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT fk_school_transcripts_term FOREIGN KEY (term_id) REFERENCES school_terms (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_school_transcripts_code ON school_transcripts (code)');
    await runner.query('CREATE INDEX ix_school_transcripts_student ON school_transcripts (student_id, id)');
    await runner.query(`
      CREATE FUNCTION school_transcripts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE'
          AND (OLD.id, OLD.created_at, OLD.student_id, OLD.term_id, OLD.issued_by, OLD.code, OLD.content_hash, OLD.signature)
            IS NOT DISTINCT FROM
            (NEW.id, NEW.created_at, NEW.student_id, NEW.term_id, NEW.issued_by, NEW.code, NEW.content_hash, NEW.signature)
          AND NEW.content IN (OLD.content, '')
          AND (OLD.revoked_at IS NULL OR NEW.revoked_at = OLD.revoked_at) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'An issued transcript stays as it is'
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_school_transcripts_stay';
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_school_transcripts_stay BEFORE UPDATE OR DELETE ON school_transcripts
      FOR EACH ROW EXECUTE FUNCTION school_transcripts_stay()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE school_transcripts');
    await runner.query('DROP FUNCTION school_transcripts_stay');
  }
}
