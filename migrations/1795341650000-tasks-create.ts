import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Background tasks, and which ticks of the schedules have fired. */
export class TasksCreate1795341650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tasks (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        type text NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        progress smallint NOT NULL DEFAULT 0,
        input bytea NOT NULL,
        result jsonb,
        error jsonb,
        attempts integer NOT NULL DEFAULT 0,
        max_attempts integer NOT NULL,
        run_no integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        lease_until timestamptz,
        due_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT pk_tasks PRIMARY KEY (id),
        CONSTRAINT ck_tasks_status CHECK (status IN ('pending', 'running', 'completed', 'failed', 'cancelled')),
        CONSTRAINT ck_tasks_progress CHECK (progress BETWEEN 0 AND 100),
        CONSTRAINT ck_tasks_lease CHECK ((status = 'running') = (lease_until IS NOT NULL)),
        CONSTRAINT ck_tasks_finished
          CHECK ((status IN ('completed', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
        CONSTRAINT fk_tasks_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_tasks_user ON tasks (user_id, id)');
    await runner.query('CREATE INDEX ix_tasks_status ON tasks (status, type)');
    await runner.query(`CREATE INDEX ix_tasks_waiting ON tasks (user_id, due_at, id) WHERE status = 'pending'`);
    await runner.query(`CREATE INDEX ix_tasks_leases ON tasks (lease_until) WHERE status = 'running'`);
    await runner.query('CREATE INDEX ix_tasks_finished ON tasks (finished_at) WHERE finished_at IS NOT NULL');
    await runner.query(`
      CREATE TABLE schedule_ticks (
        name text NOT NULL,
        tick_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_schedule_ticks PRIMARY KEY (name, tick_at)
      )`);
  }

  /** Tasks that wait are lost with the table. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE schedule_ticks');
    await runner.query('DROP TABLE tasks');
  }
}
