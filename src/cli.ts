import 'reflect-metadata';
import { createApp } from './app.setup';
import { fillDemo } from './app.demo';
import { exportApi } from './core/system/api-export';
import { ConfigError, loadConfig } from './core/config';
import { makeDataSource } from './core/database/data-source';
import { generateMigration } from './core/database/generate-migration';
import { migrate, revertLast } from './core/database/migrations';
import './app.module'; // declares every entity

type Command = (argument: string | undefined) => Promise<void>;

const COMMANDS: Record<string, Command> = {
  migrate: () =>
    withDataSource(async (source, url) => {
      for (const name of await migrate(source, url)) process.stdout.write(`Applied ${name}\n`);
    }),
  'migration:revert': () => withDataSource(revertLast),
  'migration:generate': (name) =>
    withDataSource(async (source) => {
      process.stdout.write(`${(await generateMigration(source, name)) ?? 'The entities and the database agree.'}\n`);
    }),
  demo: () => withApp(fillDemo),
  'api:export': () => withApp(exportApi),
};

async function withDataSource(
  work: (source: ReturnType<typeof makeDataSource>, url: string) => Promise<void>,
): Promise<void> {
  const config = loadConfig(process.env);
  const source = await makeDataSource(config).initialize();
  await work(source, config.databaseUrl).finally(() => source.destroy());
}

async function withApp(work: (app: Awaited<ReturnType<typeof createApp>>) => Promise<void>): Promise<void> {
  const app = await createApp(loadConfig(process.env));
  await work(app).finally(() => app.close());
}

async function main([name = '', argument]: string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new ConfigError(`the commands are ${Object.keys(COMMANDS).join(', ')}`);
  await command(argument);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof ConfigError || process.env.NODE_ENV === 'production';
    process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack)}\n`);
    process.exit(1);
  },
);
