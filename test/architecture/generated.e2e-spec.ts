import { readFileSync } from 'node:fs';
import { generatedFiles } from '../../src/core/module/generated-files';
import { definedErrors } from '../../src/core/kernel/errors';
import { TestApp, workerApp } from '../support/app';

describe('generated files', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  it.each([
    'docs/api/openapi.json',
    'docs/api/schema.graphql',
    'docs/api/access.txt',
    'docs/api/roles.txt',
    'docs/architecture.md',
    'docs/operations.md',
    'docs/decisions/README.md',
    '.env.example',
  ])('%s equals the code (npm run api:export)', (path) => {
    expect(readFileSync(path, 'utf8')).toBe(generatedFiles(t.app)[path]);
  });

  it('state the access of every route and field', () => {
    const lines = generatedFiles(t.app)['docs/api/access.txt'].trim().split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^POST \/api\/v1\/products +manage_catalog$/));
    expect(lines).toContainEqual(expect.stringMatching(/^mutation deleteProduct +manage_catalog$/));
    expect(lines).toContainEqual(expect.stringMatching(/^field Product\.category +public$/));
    for (const line of lines) expect(line).toMatch(/^\S+ \S+ {2,}\S/);
  });

  it('describe every status of every operation, each problem with an example', () => {
    const { paths, components } = JSON.parse(generatedFiles(t.app)['docs/api/openapi.json']);
    const resolved = ({ $ref, ...own }: any) => ($ref ? components[$ref.split('/')[2]][$ref.split('/')[3]] : own);
    const operations = Object.entries<Record<string, any>>(paths).flatMap(([path, verbs]) =>
      Object.entries<any>(verbs).map(([verb, operation]) => ({ name: `${verb} ${path}`, operation })),
    );
    expect(operations.length).toBeGreaterThan(20);
    for (const { name, operation } of operations) {
      const statuses = Object.keys(operation.responses);
      expect({ name, good: statuses.some((status) => /^(2..|302)$/.test(status)) }).toEqual({ name, good: true });
      expect({ name, statuses }).toEqual({ name, statuses: expect.arrayContaining(['400', '429', '500', '503']) });
      for (const [status, response] of Object.entries<any>(operation.responses)) {
        const problem = resolved(response).content?.['application/problem+json'];
        if (Number(status) < 400 || !problem) continue;
        const examples = Object.values<any>(problem.examples).map((one) => resolved(one).value);
        expect(examples.length).toBeGreaterThan(0);
        for (const one of examples) expect(one).toMatchObject({ status: Number(status), code: expect.any(String) });
      }
    }
  });

  it('say what an operation answers in few lines: problems are shared', () => {
    const { openapi, paths } = JSON.parse(generatedFiles(t.app)['docs/api/openapi.json']);
    expect(openapi).toBe('3.1.0');
    const long = Object.entries<Record<string, object>>(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs)
        .map(
          ([verb, operation]) =>
            [`${verb} ${path}`, JSON.stringify({ ...operation, parameters: [] }, null, 2).split('\n').length] as const,
        )
        .filter(([, lines]) => lines > 150),
    );
    expect(long).toEqual([]);
  });

  it('point only to schemas that are there', () => {
    const text = generatedFiles(t.app)['docs/api/openapi.json'];
    const { components } = JSON.parse(text);
    const pointers = [...text.matchAll(/"\$ref": "#\/components\/(\w+)\/([^"]*)"/g)];
    expect(pointers.length).toBeGreaterThan(100);
    for (const [pointer, kind, name] of pointers) {
      expect({ pointer, found: Object.hasOwn(components[kind], name) }).toEqual({ pointer, found: true });
    }
  });

  it('use only codes that are defined, each once, with a status of its own', () => {
    const errors = definedErrors();
    expect(new Set(errors.map((error) => error.code)).size).toBe(errors.length);
    for (const { code, status } of errors) {
      expect(code).toMatch(/^[a-z][a-z_]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});
