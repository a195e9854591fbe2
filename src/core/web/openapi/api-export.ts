import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AccessList } from '../access';
import { envExample } from '../../kernel/config';
import { OpenApi } from './openapi';

/** Every file that is made from the code, by its path from the project's root. */
export function generatedFiles(app: INestApplication): Record<string, string> {
  const schema = lexicographicSortSchema(app.get(GraphQLSchemaHost).schema);
  const entries = app.get(AccessList).entries();
  const width = Math.max(...entries.map((entry) => entry.call.length)) + 2;
  return {
    'docs/api/openapi.json': `${JSON.stringify(app.get(OpenApi).document(), null, 2)}\n`,
    'docs/api/schema.graphql': `${printSchema(schema)}\n`,
    'docs/api/access.txt': entries.map((entry) => `${entry.call.padEnd(width)}${entry.access}\n`).join(''),
    '.env.example': envExample(),
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
