import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps get a number from one sequence: ids carry the clock of the instance that made them. */
export class OrdersStepsInSequence1795341625000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE order_steps_seq_seq');
    await runner.query('ALTER TABLE order_steps ADD COLUMN seq bigint');
    await runner.query(`
      UPDATE order_steps SET seq = numbered.seq
      FROM (SELECT id, nextval('order_steps_seq_seq') AS seq FROM (SELECT id FROM order_steps ORDER BY id) steps) numbered
      WHERE order_steps.id = numbered.id`);
    await runner.query(`
      ALTER TABLE order_steps ALTER COLUMN seq SET NOT NULL,
        ALTER COLUMN seq SET DEFAULT nextval('order_steps_seq_seq')`);
    await runner.query('ALTER SEQUENCE order_steps_seq_seq OWNED BY order_steps.seq');
    await runner.query('DROP INDEX ix_order_steps_order');
    await runner.query('CREATE INDEX ix_order_steps_order ON order_steps (order_id, seq)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_order_steps_order');
    await runner.query('CREATE INDEX ix_order_steps_order ON order_steps (order_id, id)');
    await runner.query('ALTER TABLE order_steps DROP COLUMN seq');
  }
}
