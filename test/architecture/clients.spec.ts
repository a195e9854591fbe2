import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const SOURCES = 'clients/typescript/src';

describe('the clients', () => {
  it('have the types of docs/api/openapi.json (npm run clients:export)', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/export-clients.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('type by hand only what the document does not have yet', () => {
    const awaited = readFileSync(`${SOURCES}/awaited.ts`, 'utf8');
    const paths = [...awaited.matchAll(/^ {2}'(\/api\/v1\/[^']+)'/gm)].map(([, path]) => path);
    const document = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));
    expect(paths.filter((path) => path in document.paths)).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
  });

  it('pin the packages that the application pins', () => {
    const own = JSON.parse(readFileSync('clients/typescript/package.json', 'utf8'));
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies).toMatchObject(own.dependencies);
  });
});
