/**
 * `npm run bench [-- --seconds 4 --rounds 5 --only me,list,identity --search]`: Atrium beside a bare Fastify server doing
 * the same work, in one run. The table goes to stdout, progress to stderr. Timing decides nothing; it fails when
 * something is broken. `--only shop` are the shop's rows; with `--role web` nothing delivers their events meanwhile.
 * `--search` (or `--only search`) fills the shop up to 100,000 products at the end and measures how long a misspelt
 * search takes at a steady rate. What takes minutes (EXTRAS below) is run when it is named alone; `--only chat --long` takes ten
 * of them with ten thousand sockets (`ulimit -n 20000` before).
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chat } from './chat.mjs';
import { endChildren, residentMb } from './children.mjs';
import { fast } from './fast.mjs';
import { files } from './files.mjs';
import { find } from './find.mjs';
import { gateway } from './gateway.mjs';
import { identity } from './identity.mjs';
import { logs } from './logs.mjs';
import { measure } from './measure.mjs';
import { notifications } from './notifications.mjs';
import { rights } from './rights.mjs';
import { contendersOf, GROUPS, ROWS } from './rows.mjs';
import { school } from './school.mjs';
import { search } from './search.mjs';
import { serverVersions } from './seed.mjs';
import { setStage } from './stage.mjs';
import { table } from './table.mjs';
import { tasks } from './tasks.mjs';
import { webhooks, webhooksStage } from './webhooks.mjs';

const SEARCH_S = 12;
/** Beside the rows of the table, in lines of text; `tasks` last, since it ends one of the processes. */
const EXTRAS = { identity, chat, fast, gateway, files, find, logs, notifications, rights, school, webhooks, tasks };
/** Run when they are named alone: they take minutes. */
const LONG = ['chat', 'fast', 'files', 'find', 'logs', 'notifications', 'rights', 'school', 'webhooks'];

const say = (line) => process.stderr.write(`${line}\n`);

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    search: { type: 'boolean', default: false },
    role: { type: 'string', default: 'all' },
    long: { type: 'boolean', default: false },
  },
});
const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
const rows = chosen(flags.only);
const wanted = flags.only?.split(',') ?? Object.keys(EXTRAS).filter((name) => !LONG.includes(name));
const [seconds, rounds] = [count('seconds'), count('rounds')];
if (!databaseUrl || !redisUrl) usage('DATABASE_URL and REDIS_URL are needed; npm run bench brings both.');

say('Setting the stage…');
let stopping = false;
const certificate = wanted.includes('webhooks') ? webhooksStage() : null;
const setting = setStage({ databaseUrl, redisUrl, role: flags.role, env: certificate?.env });
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => void stop());

try {
  const stage = await setting;
  await report(stage).finally(() => stopping || stage.strike());
} catch (error) {
  if (!stopping) console.error(error);
  process.exitCode = 1;
}
if (!stopping) process.exit();

async function report(stage) {
  const { cached } = stage;
  const idleMb = residentMb(cached.pid);
  const measured = [];
  for (const row of rows) {
    const contenders = await contendersOf(row, stage);
    const results = await measure(contenders, { rounds, seconds, settle: row.settle && (() => row.settle(stage)) });
    measured.push({ label: row.label, results });
    say(
      `${row.name}: ${results.map((one) => `${one.name} ${Math.round(one.rate)}/s ${Math.round(one.cpu)} µs`).join(', ')}`,
    );
    if (results.some(({ bad }) => bad > 0)) process.exitCode = 1;
  }
  const found = flags.search || flags.only?.split(',').includes('search') ? await search(stage, SEARCH_S) : null;
  if (found?.bad > 0) process.exitCode = 1;
  const costs = [];
  for (const [name, run] of Object.entries(EXTRAS))
    if (wanted.includes(name))
      costs.push(await run(stage, { seconds, rounds, say, long: flags.long, files: certificate }));
  const { postgres, redis } = await serverVersions(databaseUrl, redisUrl);
  const load = loadavg()[0].toFixed(1);
  console.log(`${measured.length > 0 ? table(measured) : ''}${found ? `\n\n${found.table}` : ''}

${costs.join('\n\n')}

Node ${process.versions.node}, PostgreSQL ${postgres}, Redis ${redis}; ${availableParallelism()} cores of ${cpus()[0].model}, load at the end ${load}.
32 connections without pause, ${rounds} rounds of ${seconds} s in turns, medians (± half the spread of the rounds); pool of ${stage.pool}.
Load, servers, Postgres and Redis share the cores. Atrium runs with limits, log, metrics and security headers on.
Ready ${Math.round(cached.readyMs)} ms after its start; ${Math.round(idleMb)} MB resident then, ${Math.round(residentMb(cached.pid))} MB after the run.`);
}

/** Leaves nothing behind: what is being set up fails without its children and clears up after itself. */
async function stop() {
  stopping = true;
  await endChildren();
  await setting.then((stage) => stage.strike()).catch(() => undefined);
  process.exit(130);
}

function chosen(only) {
  if (only === undefined) return ROWS;
  const names = only.split(',').flatMap((name) => GROUPS[name] ?? (Object.hasOwn(EXTRAS, name) ? [] : [name]));
  const unknown = names.filter((name) => !ROWS.some((row) => row.name === name));
  if (unknown.length > 0)
    usage(
      `There is no row "${unknown[0]}"; the rows are ${ROWS.map((row) => row.name).join(', ')}, ${Object.keys({ ...GROUPS, ...EXTRAS }).join(', ')}.`,
    );
  return ROWS.filter((row) => names.includes(row.name));
}

function count(flag) {
  const number = Number(flags[flag]);
  if (!Number.isInteger(number) || number < 1) usage(`--${flag} must be a whole number above 0.`);
  return number;
}

function usage(message) {
  say(message);
  process.exit(2);
}
