import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { migrate } from './migrations';

/** The statements that would bring the database to what the entities say. */
export async function pendingChanges(source: DataSource): Promise<{ up: string[]; down: string[] }> {
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  return { up: upQueries.map(({ query }) => query), down: downQueries.map(({ query }) => query).reverse() };
}

/**
 * Writes a migration with what the entities ask for beyond the migrations there are, to be read and edited. Those that are pending
 * run first: what they make would be written a second time.
 * @param url of the database
 * @param name `<module>-<what>` in kebab-case @returns the file's path, or null when there is nothing to do
 */
export async function generateMigration(
  source: DataSource,
  url: string,
  name: string | undefined,
): Promise<string | null> {
  if (!name || !/^[a-z]+(-[a-z0-9]+)+$/.test(name)) throw new Error('Name it like orders-create: the module first');
  await migrate(source, url);
  const { up, down } = await pendingChanges(source);
  if (up.length === 0) return null;
  const stamp = Date.now();
  const type = name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const lines = (queries: string[]) => queries.map((query) => `    await runner.query(\`${query}\`);`).join('\n');
  const path = resolve('migrations', `${stamp}-${name}.ts`);
  writeFileSync(
    path,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${type}${stamp} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${lines(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${lines(down)}
  }
}
`,
  );
  return path;
}
