import { OpenApi } from '../../src/core/web/openapi/openapi';
import { TestApp, workerApp } from '../support/app';

interface Operation {
  responses: Record<string, { description?: string; content?: Record<string, object> } | undefined>;
}

describe('the OpenAPI document', () => {
  let t: TestApp;
  let paths: Record<string, Record<string, Operation | undefined>>;
  beforeAll(async () => {
    t = await workerApp();
    paths = t.app.get(OpenApi).document().paths as unknown as typeof paths;
  });
  afterAll(() => t.stop());

  it('shows the body of every GET that has one', () => {
    const bare = Object.entries(paths)
      .filter(([, { get }]) => get?.responses['200'])
      .filter(([, { get }]) => Object.keys(get?.responses['200']?.content ?? {}).length === 0)
      .map(([path]) => path);
    expect(bare).toEqual([]);
  });

  it('says once what an answer is', () => {
    const joined = Object.entries(paths).flatMap(([path, item]) =>
      Object.values(item)
        .flatMap((operation) => Object.values(operation?.responses ?? {}))
        .filter((response) => response?.description?.includes('\n\n'))
        .map((response) => `${path}: ${response?.description}`),
    );
    expect(joined).toEqual([]);
  });

  it('says that an export is CSV, as it is', async () => {
    const { client } = await t.make.admin();
    const answer = await client.get('/school/export?kind=students');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(Object.keys(paths['/api/v1/school/export'].get?.responses['200']?.content ?? {})).toEqual(['text/csv']);
  });

  it.each(['introspect', 'revoke'])('says that %s answers 401 to who is no service', async (name) => {
    const body = 'token=x';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Basic eDp5' };
    const { status } = await t.client.call('POST', `/auth/${name}`, { body, headers });
    const known = paths[`/api/v1/auth/${name}`].post?.responses ?? {};
    expect([status, Object.keys(known)]).toEqual([401, expect.arrayContaining(['200', '400', '401'])]);
    expect(Object.keys(known['401']?.content ?? {})).toContain('application/json');
  });
});
