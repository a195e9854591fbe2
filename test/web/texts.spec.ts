import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import * as common from '../../src/core/kernel/errors/common.errors';
import * as auth from '../../src/modules/identity/auth/auth.errors';
import * as groups from '../../src/modules/identity/groups/groups.errors';
import * as mfa from '../../src/modules/identity/mfa/mfa.errors';
import * as users from '../../src/modules/identity/users/users.errors';
import * as comments from '../../src/modules/platform/comments/comments.errors';
import * as sharing from '../../src/modules/platform/sharing/sharing.errors';
import * as webhooks from '../../src/modules/platform/webhooks/webhooks.errors';

/** Only programs meet them. */
const OF_PROGRAMS = ['admin_exists', 'invalid_client', 'invalid_scope', 'unsupported_grant_type'];

const web = join('web', 'src');
type Words = Record<string, string>;

const read = (path: string): Words => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Words) : {});
const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => /\.tsx?$/.test(path));

/** What the files of a folder say: by `t` and `msg`, and as titles in `routes.ts`. */
function said(folder: string): string[] {
  const found = sources(folder).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const calls = [...text.matchAll(/\b(?:t|msg)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
      ([, a, b]) => a ?? b,
    );
    const titles = path.endsWith('routes.ts')
      ? [...text.matchAll(/\btitle: '((?:[^'\\]|\\.)*)'/g)].map(([, a]) => a)
      : [];
    return [...calls, ...titles].map((one) => one.replaceAll("\\'", "'"));
  });
  return [...new Set(found)];
}

/** The forms of a text that depends on a number. */
const formsOf = (key: string, forms: readonly string[]): string[] =>
  key.includes('{{count}}') ? forms.map((form) => `${key}_${form}`) : [key];
const blanks = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([one]) => one).sort();

const modules = readdirSync(join(web, 'modules'));
const shell = { ...read(join(web, 'shell/es.server.json')), ...read(join(web, 'shell/es.json')) };

describe('what the application says', () => {
  const folders = [
    { name: 'shell', folder: join(web, 'shell'), own: read(join(web, 'shell/es.json')) },
    ...modules.map((name) => ({
      name,
      folder: join(web, 'modules', name),
      own: read(join(web, 'modules', name, 'es.json')),
    })),
  ];

  it('is the same in every module, since all of it is one dictionary', () => {
    const words = new Map<string, Set<string>>();
    for (const { own } of folders) {
      for (const [key, text] of Object.entries(own)) words.set(key, (words.get(key) ?? new Set()).add(text));
    }
    expect([...words].filter(([, texts]) => texts.size > 1).map(([key]) => key)).toEqual([]);
  });

  it.each(folders)('is in Spanish, too: $name', ({ folder, own }) => {
    const keys = said(folder).flatMap((key) => formsOf(key, ['one', 'many', 'other']));
    expect(keys.filter((key) => !(key in own) && !(key in shell))).toEqual([]);
    const used = new Set(keys);
    expect(Object.keys(own).filter((key) => !used.has(key) && !key.startsWith('code:'))).toEqual([]); // nobody says it any more
    for (const [key, text] of Object.entries(own).filter(([one]) => !one.startsWith('code:'))) {
      expect([key, blanks(text)]).toEqual([key, blanks(key)]);
    }
  });

  it.each(folders)('has its English forms where a number decides: $name', ({ folder }) => {
    const keys = said(folder).filter((key) => key.includes('{{count}}'));
    const english = read(join(folder, 'en.json'));
    expect(Object.keys(english).sort()).toEqual(keys.flatMap((key) => formsOf(key, ['one', 'other'])).sort());
  });

  it('tells in Spanish why something was refused', () => {
    const codes = [common, auth, mfa, users, groups, sharing, comments, webhooks].flatMap((module) =>
      Object.values(module).flatMap((one) => (typeof one === 'function' && 'code' in one ? [one.code] : [])),
    );
    expect(codes.length).toBeGreaterThan(55);
    expect(codes.filter((code) => !OF_PROGRAMS.includes(code) && !(`code:${code}` in shell))).toEqual([]);
  });

  it('is never made of pieces: a text stands in the call that says it', () => {
    const made = sources(web).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*(?:`[^`]*\$\{|'[^']*'\s*\+)[^\n]*/g)].map(
        ([call]) => `${path} ${call}`,
      ),
    );
    expect(made).toEqual([]);
  });
});
