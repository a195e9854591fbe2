import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..');
const target = join(root, 'clients/typescript/src/schema.ts');
const HEAD = '/** The types of the API. Made from docs/api/openapi.json by `npm run clients:export`. */\n\n';

/** An input may leave out what has a default. */
const OPTIONS = { defaultNonNullable: false };

const document = JSON.parse(readFileSync(join(root, 'docs/api/openapi.json'), 'utf8'));
const text = HEAD + astToString(await openapiTS(document, OPTIONS));
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('clients/typescript is stale: run `npm run clients:export` and commit the result.');
  process.exitCode = 1;
}
