import { DataSource, getMetadataArgsStorage } from 'typeorm';
import type { Config } from '../config';
import { loadMigrations } from './migrations';
import { SnakeNaming } from './naming';

const ACQUIRE_MS = 3000;
const STATEMENT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/** The one data source: every entity a module has declared by now, every migration, nothing synchronised. */
export function makeDataSource(config: Pick<Config, 'databaseUrl' | 'databasePool'>): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    applicationName: 'atrium',
    poolSize: config.databasePool,
    namingStrategy: new SnakeNaming(),
    entities: getMetadataArgsStorage().tables.map((table) => table.target),
    migrations: loadMigrations(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    dropSchema: false,
    migrationsRun: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    installExtensions: false,
    extra: {
      connectionTimeoutMillis: ACQUIRE_MS,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
  });
}
