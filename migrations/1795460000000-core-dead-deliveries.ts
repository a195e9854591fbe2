import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** For the lists of dead deliveries, of all consumers and of one: they are few, among all that have been delivered. */
export class CoreDeadDeliveries1795460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(
      `CREATE INDEX ix_event_deliveries_dead ON event_deliveries (created_at, id) WHERE state = 'dead'`,
    );
    await runner.query(
      `CREATE INDEX ix_event_deliveries_dead_consumer ON event_deliveries (consumer, created_at, id) WHERE state = 'dead'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_event_deliveries_dead_consumer');
    await runner.query('DROP INDEX ix_event_deliveries_dead');
  }
}
