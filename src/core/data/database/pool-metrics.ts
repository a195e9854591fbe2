import { Injectable } from '@nestjs/common';
import { Metrics } from '../../kernel/metrics';
import { Database } from './database';

/** Shows the connections of the pool by state. */
@Injectable()
export class PoolMetrics {
  constructor(metrics: Metrics, database: Database) {
    const pool = metrics.gauge('database_connections', 'Connections of the pool by state.', ['state'], () => {
      const { total, idle, waiting } = database.poolState();
      pool.set({ state: 'busy' }, total - idle);
      pool.set({ state: 'idle' }, idle);
      pool.set({ state: 'waiting' }, waiting);
    });
  }
}
