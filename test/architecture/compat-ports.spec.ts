import { readFileSync } from 'node:fs';
import { COMPAT_SERVICES } from '../../src/compat-ports';
import { MODULES } from '../../src/modules';

const rows = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| (80\d\d) +\| (.+?) +\| `(.+?)` +\|$/gm)].map(
  ([, port, module, host]) => ({ port: Number(port), module: module.replaceAll('`', ''), host }),
);

describe('the ports of the guide', () => {
  it('stand in docs/operations.md as in the code', () => {
    expect(rows.map(({ module }) => module)).toEqual(['the whole application', ...COMPAT_SERVICES.slice(1)]);
    expect(rows.map(({ port }) => port)).toEqual(COMPAT_SERVICES.map((_, at) => 8000 + at));
  });

  it('have the names of docs/operations.md in docker-compose.compat.yml', () => {
    const aliases = [...readFileSync('docker-compose.compat.yml', 'utf8').matchAll(/^ {10}- ([\w-]+)$/gm)];
    expect(aliases.map(([, name]) => name)).toEqual(rows.map(({ host }) => host));
  });

  it('name modules that are there by the name they have', () => {
    const there = ['mail', 'files', 'auth', 'chat'];
    const names = MODULES.map(({ name }) => name);
    expect(there.filter((name) => !names.includes(name))).toEqual([]);
  });
});
