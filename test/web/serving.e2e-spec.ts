import { readdirSync, readFileSync } from 'node:fs';
import { expectProblem } from '../commerce/catalog/support';
import { startApp, TestApp, workerApp } from '../support/app';

const HTML = { accept: 'text/html' };
const paths = JSON.parse(readFileSync('dist/web/paths.json', 'utf8')) as string[];
const files = readdirSync('dist/web/app');

describe('serving the web application', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  it('answers every path of a screen with it, never to be stored', async () => {
    expect(paths).toEqual(expect.arrayContaining(['/', '/login', '/account', '/admin/users/$id']));
    for (const path of paths.map((one) => one.replace(/\$\w+/g, '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a'))) {
      const { status, text, headers } = await t.client.get(`/${path}`, HTML);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain('<div id="root">');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('lets run scripts of its own files alone, and styles by a nonce of each answer', async () => {
    const answers = await Promise.all([t.client.get('//login', HTML), t.client.get('//login', HTML)]);
    const nonces = answers.map(({ headers, text }) => {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{43}';/);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
      const [, nonce] = /'nonce-([\w-]+)'/.exec(policy) ?? [];
      expect(text).toContain(`<meta property="csp-nonce" nonce="${nonce}"`);
      expect(text.match(/<script(?![^>]*\bsrc="\.\/app\/)/g)).toBeNull();
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('sends its files packed, for a year', async () => {
    const script = files.find((name) => name.endsWith('.js') && files.includes(`${name}.gz`)) as string;
    const packed = await t.client.get(`//app/${script}`, { 'accept-encoding': 'gzip' });
    expect(packed.status).toBe(200);
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(packed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const plain = await t.client.get(`//app/${script}`, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.text).toBe(packed.text);
  });

  it('tells a program by 404 what is not there, and shows it to a person', async () => {
    for (const path of ['//app/none.js', '//app/..%2Findex.html', '/none', '//assets/none.js']) {
      expectProblem(await t.client.get(path, HTML), 404, 'not_found');
    }
    expectProblem(await t.client.get('//none/at/all'), 404, 'not_found');
    const page = await t.client.get('//none/at/all', HTML);
    expect([page.status, page.text.includes('<div id="root">')]).toEqual([404, true]);
    expect((await t.client.post('//none/at/all', {})).status).toBe(404);
  });

  it('says without script what it needs and where the rest is, in the language of who asks', async () => {
    const english = await t.client.get('//', HTML);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('needs JavaScript');
    expect(english.text).toContain('<a href="docs">');
    expect(english.text).not.toContain('necesita JavaScript');
    const spanish = await t.client.get('//', { ...HTML, 'accept-language': 'es-MX' });
    expect(spanish.text).toContain('<html lang="es">');
    expect(spanish.text).toContain('necesita JavaScript');
    expect(spanish.text).not.toContain('needs JavaScript');
  });

  it('is left out by API_ONLY', async () => {
    const bare = await startApp({ API_ONLY: 'true' });
    for (const path of ['//login', '//account', '//none']) {
      expectProblem(await bare.client.get(path, HTML), 404, 'not_found');
    }
    expect((await bare.client.get('//', HTML)).body).toMatchObject({ docs: '/docs' });
    expect((await bare.client.get('//graphql', HTML)).text).toContain('id="graphiql"');
    await bare.stop();
  });
});
