import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';

const USAGE = 'Usage: npm run new:module -- invoices [--group business] [--singular invoice]';
const templates = join(import.meta.dirname, 'templates', 'module');
const COMPOSITION = 'src/modules.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { group: { type: 'string', default: 'business' }, singular: { type: 'string' } },
});
const [plural] = positionals;
const { group, singular = singularOf(plural ?? '') } = values;
const KEBAB = /^[a-z]+(-[a-z]+)*$/;

if (positionals.length !== 1 || ![plural, group, singular].every((name) => KEBAB.test(name)) || plural === singular) {
  fail(`${USAGE}\nNames are plural and in kebab-case; say --singular where it is not the plural without its s.`);
}
const taken = readdirSync('src/modules').find((one) => existsSync(join('src/modules', one, plural)));
if (taken) fail(`There is a module ${plural} in src/modules/${taken} already.`);

const TARGETS = {
  src: `src/modules/${group}/${plural}`,
  test: `test/${group}/${plural}`,
  migrations: 'migrations',
};
const words = wordsOf();
const written = [];
for (const template of readdirSync(templates, { recursive: true }).filter((path) => path.endsWith('.tpl'))) {
  const [kind, ...rest] = fill(template.replace(/\.tpl$/, '')).split('/');
  await write(join(TARGETS[kind], ...rest), fill(readFileSync(join(templates, template), 'utf8')));
}
await write(COMPOSITION, compose(readFileSync(COMPOSITION, 'utf8')));
console.log(
  [
    ...written.map((path) => `  ${path}`),
    '',
    `Try it: npm test -- ${TARGETS.test}`,
    'Then edit it, and write what is made from the code: DATA_DIR=.data/export npm run -s api:export',
  ].join('\n'),
);

/** Every form of the two names that a template may use. */
function wordsOf() {
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const pascal = (name) => camel(`-${name}`);
  const snake = (name) => name.replaceAll('-', '_');
  const spaced = (name) => name.replaceAll('-', ' ');
  return {
    plural,
    Plural: pascal(plural),
    pluralCamel: camel(plural),
    pluralWords: spaced(plural),
    PluralSentence: spaced(plural).replace(/^./, (letter) => letter.toUpperCase()),
    PLURAL: snake(plural).toUpperCase(),
    table: snake(plural),
    singular,
    Singular: pascal(singular),
    singularCamel: camel(singular),
    singularSnake: snake(singular),
    singularWords: spaced(singular),
    aSingularWords: `${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${spaced(singular)}`,
    SINGULAR: snake(singular).toUpperCase(),
    group,
    stamp: String(Math.max(Date.now(), lastStamp() + 1)),
  };
}

/** A migration runs after those there are, also where their stamps lie ahead of the clock. */
function lastStamp() {
  return Math.max(...readdirSync('migrations').map((name) => Number.parseInt(name, 10)));
}

function fill(text) {
  return text.replace(
    /\{\{(\w+)\}\}/g,
    (_, word) => words[word] ?? fail(`A template names ${word}, which is unknown.`),
  );
}

/** The composition root with the module's import, in the order of paths, and with its manifest at the end. */
function compose(text) {
  const line = `import { ${words.pluralCamel}Manifest } from './modules/${group}/${plural}';`;
  const path = (one) => /from '(.+)'/.exec(one)[1];
  const imports = text.split('\n').filter((one) => one.startsWith('import '));
  const after = imports.findLast((one) => path(one) < path(line)) ?? imports[0];
  return text.replace(after, `${after}\n${line}`).replace(/\n\];\n$/, `\n  ${words.pluralCamel}Manifest,\n];\n`);
}

async function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  written.push(relative('.', path));
}

function singularOf(name) {
  return name.replace(/ies$/, 'y').replace(/(?<=[a-z])s$/, '');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
