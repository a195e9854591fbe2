import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const WEB = join('dist', 'web');
const budget = JSON.parse(readFileSync('web/budget.json', 'utf8')) as Record<'first' | 'screen' | 'largest', number>;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(WEB, 'manifest.json'), 'utf8')) as Record<string, Chunk>;

/** As it is sent. */
function bytesOf(name: string): number {
  const path = join(WEB, manifest[name].file);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;
}

/** A chunk with all that it needs at once, but for what is there already. */
function chunksOf(name: string, there: ReadonlySet<string> = new Set(), found = new Set<string>()): Set<string> {
  if (there.has(name) || found.has(name)) return found;
  found.add(name);
  for (const one of manifest[name].imports ?? []) chunksOf(one, there, found);
  return found;
}

const sum = (names: Iterable<string>): number => [...names].reduce((bytes, name) => bytes + bytesOf(name), 0);

describe('the script that a browser has to load', () => {
  const first = chunksOf('index.html');

  it('is small at first, in the larger of the languages', () => {
    const languages = Object.keys(manifest).filter((name) => /shell\/text\/(en|es)\.ts$/.test(name));
    expect(languages).toHaveLength(2);
    const largest = Math.max(...languages.map((name) => sum(chunksOf(name, first))));
    expect(sum(first) + largest).toBeLessThanOrEqual(budget.first);
  });

  it('is small for each screen', () => {
    // What `routes.ts` names. Charts and dialogs come on top of a screen that is there, and are measured below.
    const named = [...first].flatMap((name) => manifest[name].dynamicImports ?? []);
    const screens = [...new Set(named)].filter((name) => /^src\/modules\/.*\.tsx$/.test(name));
    expect(screens.length).toBeGreaterThan(40);
    const tooLarge = screens
      .map((name) => [name, sum(chunksOf(name, first))] as const)
      .filter(([, bytes]) => bytes > budget.screen);
    expect(tooLarge).toEqual([]);
  });

  it('comes in pieces, also where a chart or an editor is shown', () => {
    const graphiql = chunksOf('graphiql.html', first); // a tool, not a screen
    const tooLarge = Object.keys(manifest).filter(
      (name) => /\.js$/.test(manifest[name].file) && !graphiql.has(name) && bytesOf(name) > budget.largest,
    );
    expect(tooLarge).toEqual([]);
  });
});
