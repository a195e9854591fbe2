import { Pool, PoolConfig, types } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import type { Config } from '../../kernel/config';
import { loadMigrations } from './migrations';
import { SnakeNaming } from './naming';

const ACQUIRE_MS = 3000;
const STATEMENT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/** The idle time after which the kernel probes whether the other side is there. */
const KEEP_ALIVE_MS = 10_000;

const TIMESTAMPTZ = 1184;

/** Instants of a session in UTC come as `2026-01-31 12:00:00.123+00`: two replacements and the engine's own parser. */
function parseInstant(text: string): Date {
  return text.endsWith('+00') ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : parsers(TIMESTAMPTZ)(text);
}

const parsers = types.getTypeParser as (oid: number, format?: string) => (text: string) => Date;
const getTypeParser = (oid: number, format?: string): unknown =>
  oid === TIMESTAMPTZ && format !== 'binary' ? parseInstant : parsers(oid, format);

/** Of every connection, whichever pool it belongs to. */
const POOL_OPTIONS = {
  connectionTimeoutMillis: ACQUIRE_MS,
  statement_timeout: STATEMENT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  pipeline: true, // a statement need not wait for the answer of the one before it
  options: '-c TimeZone=UTC',
  types: { getTypeParser },
};

const SIDE_CONNECTIONS = 2;

/** A small pool beside the data source's, for work whose caller holds a connection of that one already. */
export function makeSidePool({ databaseUrl }: Pick<Config, 'databaseUrl'>): Pool {
  const pool = new Pool({
    ...(POOL_OPTIONS as PoolConfig),
    connectionString: databaseUrl,
    max: SIDE_CONNECTIONS,
    application_name: 'atrium',
  });
  pool.on('error', () => undefined); // an idle connection was cut; the next one is made anew
  return pool;
}

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
    extra: POOL_OPTIONS,
  });
}
