import { HealthChecks } from '../../src/core/kernel/health';
import { until } from '../support/until';
import { expectProblem } from '../commerce/catalog/support';
import { startApp, TestApp } from '../support/app';

describe('system', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.stop());

  it('answers / with links, or with a page for a browser', async () => {
    const json = await t.client.get('//');
    expect(json.status).toBe(200);
    expect(json.body).toMatchObject({ docs: '/docs', graphql: '/graphql' });
    const html = await t.client.get('//', { accept: 'text/html' });
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(html.text).toContain('<h1>Atrium</h1>');
  });

  it('tells how every part does', async () => {
    const { body } = await t.client.get('//health');
    expect(body).toMatchObject({
      status: 'healthy',
      services: { database: { status: 'healthy' }, redis: { status: 'healthy' } },
    });
    expect(typeof body.services.database.response_time).toBe('number');
    expect((await t.client.get('//health/live')).status).toBe(200);
    expect((await t.client.get('//health/ready')).status).toBe(200);
  });

  it('tells how one module does, by its own parts', async () => {
    await until(async () => (await t.client.get('//health/files')).status === 200);
    const { body } = await t.client.get('//health/files');
    expect(body).toMatchObject({ status: 'healthy', module: 'files', parts: { storage: { status: 'healthy' } } });
    expect(Object.keys(body.parts)).not.toContain('mail');
    expectProblem(await t.client.get('//health/attic'), 404, 'module_not_found');
    t.app.get(HealthChecks).register('storage', () => Promise.reject(new Error('gone')));
    const ill = await t.client.get('//health/files');
    expectProblem(ill, 503, 'module_unhealthy');
    expect(ill.body).toMatchObject({ module: 'files', parts: { storage: { status: 'unhealthy' } } });
    expect(ill.headers.get('retry-after')).toBe('1');
    expect((await t.client.get('//health/mail')).status).toBe(200);
  });

  it('tells how one module does in a process that only works, which serves nothing else', async () => {
    const worker = await startApp({ ...t.env, APP_ROLE: 'worker' });
    await until(async () => (await worker.client.get('//health/files')).status === 200);
    expectProblem(await worker.client.get('//health/attic'), 404, 'module_not_found');
    expectProblem(await worker.client.get('/products'), 404, 'not_found');
    await worker.stop();
  });

  it('measures requests by route template', async () => {
    await t.client.get('/products/0192f0a0-0000-7000-8000-000000000000');
    const { text, headers } = await t.client.get('//metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/products\/:id",status="404"\} 1/,
    );
    expect(text).not.toContain('0192f0a0');
  });

  it('serves Swagger UI, GraphiQL and the OpenAPI document from its own files', async () => {
    for (const path of ['//docs', '//graphql']) {
      const page = await t.client.get(path, { accept: 'text/html' });
      expect(page.status).toBe(200);
      const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
      expect(files.length).toBeGreaterThan(2);
      for (const file of files.filter((one) => !one.startsWith('data:'))) {
        const { pathname } = new URL(file, `${t.url}${path.slice(1)}`); // as a browser reads it
        expect(pathname).toMatch(/^\/(app|assets)\//);
        expect((await t.client.get(`/${pathname}`)).status).toBe(200);
      }
    }
    expect((await t.client.get('//openapi.json')).body.openapi).toMatch(/^3\./);
  });

  it('keeps a sane X-Request-Id and replaces any other', async () => {
    const kept = await t.client.get('//health/live', { 'x-request-id': 'abc-123' });
    expect(kept.headers.get('x-request-id')).toBe('abc-123');
    for (const bad of ['a b', '"<script>"', 'x'.repeat(200)]) {
      const replaced = await t.client.get('//health/live', { 'x-request-id': bad });
      expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
