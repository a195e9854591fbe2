import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which teacher looks after which student, whoever's classroom they are in. */
export class SchoolTutorships1795341682000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tutorships (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        teacher_id uuid NOT NULL,
        student_id uuid NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        CONSTRAINT pk_tutorships PRIMARY KEY (id),
        CONSTRAINT ck_tutorships_dates CHECK (ended_on >= started_on),
        CONSTRAINT fk_tutorships_teacher FOREIGN KEY (teacher_id) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT fk_tutorships_student FOREIGN KEY (student_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX uq_tutorships_active ON tutorships (teacher_id, student_id) WHERE ended_on IS NULL',
    );
    await runner.query('CREATE INDEX ix_tutorships_student ON tutorships (student_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tutorships');
  }
}
