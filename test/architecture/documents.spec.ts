import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DECISIONS = new Set(
  readdirSync('docs/decisions').flatMap((name) => (/^\d{4}-/.test(name) ? Number(name.slice(0, 4)) : [])),
);

/** Files of these folders and of the root, with one of these endings. */
function files(folders: readonly string[], endings: RegExp): string[] {
  const below = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))),
  );
  return [...readdirSync('.'), ...below].filter((path) => endings.test(path));
}

describe('documents', () => {
  it('link to files that exist', () => {
    const broken = files(['docs'], /\.md$/).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\]\((?![a-z]+:|#|\/)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target)
        .filter((target) => !existsSync(join(dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('and comments name decisions that exist', () => {
    const unknown = files(['docs', 'src', 'test', 'scripts', 'migrations'], /\.(md|ts|mjs)$/).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bADR (\d+)\b/g)]
        .filter(([, number]) => !DECISIONS.has(Number(number)))
        .map(([name]) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
