import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Pages of tools that write fragments into the address; they have no base, and stand at the root. */
const TOOLS = ['docs.html'];
const BASE = '<base href="/" />';

const files = readdirSync('src', { recursive: true })
  .map((path) => join('src', String(path)))
  .filter((path) => /\/pages\/[^/]+\.(?:html|js|css)$/.test(path));
const ofKind = (ending: string) =>
  files.filter((path) => path.endsWith(ending)).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The lines of a file in which something is found. */
const found = (path: string, text: string, wrong: RegExp): string[] =>
  [...text.matchAll(wrong)].map(({ 0: what, index }) => `${path}:${text.slice(0, index).split('\n').length} ${what}`);

describe('addresses in pages', () => {
  it('begin at the base, which the server puts below the path of PUBLIC_URL', () => {
    const pages = ofKind('.html');
    expect(pages.length).toBeGreaterThan(0); // fewer with each page that becomes a screen of the web application
    for (const { path, text } of pages.filter((one) => !TOOLS.includes(basename(one.path)))) {
      expect([path, text.split(BASE).length - 1]).toEqual([path, 1]);
      expect(`${path} ${text.indexOf(BASE) < text.search(/\b(?:href|src)="(?!\/")/)}`).toBe(`${path} true`);
    }
    const fromRoot = pages.flatMap(({ path, text }) =>
      found(path, text.replace(BASE, ''), /\b(?:href|src|action|formaction)="\/[^"]*/g),
    );
    expect(fromRoot).toEqual([]);
  });

  it('are made in scripts by addressOf and apiAddress', () => {
    const scripts = ofKind('.js');
    expect(scripts.length).toBeGreaterThan(0);
    const wrong = [
      /\b(?:fetch|EventSource|WebSocket|Worker|URL|assign|replace|open|import)\(\s*['"`]\/[^\n]*/g,
      /\b(?:href|src|action|location|url)\s*\+?[:=]\s*['"`]\/[^\n]*/g,
      /\b(?:replaceState|pushState)\([^\n]*['"`]\/[^\n]*/g,
      /\bfrom\s+['"`]\/[^\n]*/g,
    ];
    const byHand = [/\/api\/v1[^\n]*/g, /\blocation\.(?:pathname|origin)\b[^\n]*/g];
    const fromRoot = scripts.flatMap(({ path, text }) => {
      const isShared = path.endsWith('/atrium.js');
      return [...wrong, ...(isShared ? [] : byHand)].flatMap((one) => found(path, text, one));
    });
    expect(fromRoot).toEqual([]);
  });

  it('are made in the web application by the router, by addressOf and by the typed client', () => {
    const sources = readdirSync('web/src', { recursive: true })
      .map((path) => join('web/src', String(path)))
      .filter((path) => /\.tsx?$/.test(path));
    expect(sources.length).toBeGreaterThan(60);
    const wrong = [
      /\b(?:href|src|action)=(?:"|\{['"`])\/[^\n]*/g,
      /\b(?:fetch|EventSource|WebSocket|Worker|assign|replace)\(\s*['"`]\/[^\n]*/g,
      /\b(?:location|url)\.href\s*=[^\n]*/g,
    ];
    const fromRoot = sources.flatMap((path) => wrong.flatMap((one) => found(path, readFileSync(path, 'utf8'), one)));
    expect(fromRoot).toEqual([]);
    const index = readFileSync('web/index.html', 'utf8');
    expect(index.split(BASE)).toHaveLength(2);
    expect(found('web/index.html', index.replace(BASE, ''), /\b(?:href|src)="\/[^"]*/g)).toEqual([]);
  });

  it('outside of pages are joined with PUBLIC_URL in one place', () => {
    const sources = readdirSync('src', { recursive: true }).map((path) => join('src', String(path)));
    const byHand = sources
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('/public-address.ts'))
      .flatMap((path) => found(path, readFileSync(path, 'utf8'), /\$\{[^}(]*publicUrl\}[^\n]*|publicUrl \+[^\n]*/g));
    expect(byHand).toEqual([]);
  });

  it('are none in styles', () => {
    expect(ofKind('.css').flatMap(({ path, text }) => found(path, text, /url\(\s*['"]?\/[^)]*/g))).toEqual([]);
  });
});
