import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { envExample } from '../kernel/config';
import { AccessList, ROLE_TABLE, RoleTable } from '../web/access';
import { OpenApi } from '../web/openapi/openapi';
import { Housekeeping } from '../data/housekeeping';
import { decisionsIndex } from './decisions-index';
import { drawInto } from './drawing';
import { replacePart } from './generated-part';
import { housekeepingTable } from './housekeeping-table';
import { ModuleRegistry } from './module-registry';

const ARCHITECTURE = 'docs/architecture.md';
const OPERATIONS = 'docs/operations.md';
const HOUSEKEEPING = [
  '<!-- Made from the rules of housekeeping by `npm run api:export`. -->',
  '<!-- End of the table. -->',
] as const;

/** Every file, or part of one, that is made from the code, by its path from the project's root. */
export function generatedFiles(app: INestApplication): Record<string, string> {
  const schema = lexicographicSortSchema(app.get(GraphQLSchemaHost).schema);
  return {
    'docs/api/openapi.json': `${JSON.stringify(app.get(OpenApi).document(), null, 2)}\n`,
    'docs/api/schema.graphql': `${printSchema(schema)}\n`,
    'docs/api/access.txt': inColumns(
      app
        .get(AccessList)
        .entries()
        .map(({ call, access }) => [call, access]),
    ),
    'docs/api/roles.txt': inColumns(
      Object.entries(app.get<RoleTable>(ROLE_TABLE)).map(([role, permissions]) => [
        role,
        [...permissions].sort().join(', '),
      ]),
    ),
    [ARCHITECTURE]: drawInto(readFileSync(ARCHITECTURE, 'utf8'), app.get(ModuleRegistry).manifests),
    [OPERATIONS]: replacePart(
      readFileSync(OPERATIONS, 'utf8'),
      HOUSEKEEPING,
      housekeepingTable(app.get(Housekeeping).rules),
    ),
    'docs/decisions/README.md': decisionsIndex(),
    '.env.example': envExample(app.get(ModuleRegistry).manifests.flatMap(({ settings }) => settings ?? [])),
  };
}

/** Writes them. */
export function exportApi(app: INestApplication): Promise<void> {
  for (const [path, text] of Object.entries(generatedFiles(app))) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  return Promise.resolve();
}

function inColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length)) + 2;
  return rows.map(([first, second]) => `${`${first.padEnd(width)}${second}`.trimEnd()}\n`).join('');
}
