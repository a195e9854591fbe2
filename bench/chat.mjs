import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../scripts/lib/processes.mjs';
import { residentMb, startServer } from './children.mjs';

const LOADERS = 5;
const IDLE = 10_000;
const IDLE_ROOMS = 100;
const IDLE_TALK_S = 20;
const SESSIONS = 20;
const ROOMS_OF_ONE = 20;
let marks = 0;

/**
 * The chat beside bare `ws`, in one run: one who talks to 200, a hundred rooms of a hundred, messages stored in one room, ten
 * thousand sockets. @param sockets how many of the last; less where `ulimit -n` allows no more @returns Markdown
 */
export async function chat(stage, { seconds, sockets = IDLE, say }) {
  const { cached } = stage;
  const tokens = await Promise.all(Array.from({ length: SESSIONS }, () => stage.token()));
  let turn = 0;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: stage.databaseUrl };
  const bare = { origin, ...(await startServer(['bench/chat-bare.mjs'], env, origin)) };
  const contenders = [
    { name: 'Atrium', url: (room) => `${socketOf(cached.origin)}/ws/${room}?token=${tokens[turn++ % SESSIONS]}` },
    { name: 'bare ws', url: (room) => `${socketOf(origin)}/ws/${room}` },
    { name: 'bare ws, stores each message', url: (room) => `${socketOf(origin)}/ws/${room}?store` },
  ];
  await makeRooms(stage.databaseUrl);
  const loaders = Array.from({ length: LOADERS }, () => new Loader());
  try {
    const lines = [];
    for (const [label, rooms, each, window] of [
      ['one talks to 200', 1, 200, 8],
      ['one talks to 200, one word at a time', 1, 200, 1],
      ['20 rooms of 100', 20, 100, 1],
    ]) {
      const results = [];
      for (const { name, url } of contenders) {
        const found = await fanOut(loaders, url, { rooms, each, window, seconds, mark: marks++ });
        results.push({ name, ...found });
        say(`${label}: ${name} ${Math.round(found.said)} messages/s, ${Math.round(found.heard)} deliveries/s`);
      }
      for (const one of results) lines.push(line(label, one, results[1]));
    }
    const stored = await fanOut(loaders, contenders[0].url, {
      rooms: 1,
      each: 0,
      window: 50,
      seconds,
      talkers: 20,
      mark: marks++,
    });
    say(`one room: ${Math.round(stored.said)} messages stored/s`);
    const idle = await manyIdle(loaders, contenders[0].url, { sockets, cached, say });
    return `${HEAD}\n${lines.join('\n')}\n\nStored in one room: ${Math.round(stored.said)} messages/s from 20 sockets.\n${idle}`;
  } finally {
    for (const loader of loaders) loader.end();
    bare.child.kill('SIGTERM');
  }
}

/** A person makes thirty within the hour, and one person does all this. */
async function makeRooms(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const names = [
    ...Array.from({ length: IDLE_ROOMS }, (_, n) => `idle-${n}`),
    ...Array.from({ length: 12 * ROOMS_OF_ONE }, (_, n) => `bench-${Math.floor(n / ROOMS_OF_ONE)}-${n % ROOMS_OF_ONE}`),
  ];
  await client.query(
    `INSERT INTO chat_rooms (id, kind, name) SELECT gen_random_uuid(), 'public', name FROM unnest($1::text[]) AS name`,
    [names],
  );
  await client.end();
}

const HEAD = `| chat | | messages/s | deliveries/s | share of bare | p50 ms | p99 ms |\n| --- | --- | --: | --: | --: | --: | --: |`;

const line = (label, { name, said, heard, p50, p99 }, bare) =>
  `| ${label} | ${name} | ${Math.round(said)} | ${Math.round(heard)} | ${(heard / bare.heard).toFixed(2)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`;

const socketOf = (origin) => origin.replace('http', 'ws');

/** Listeners spread over the loaders, and talkers in a loader of their own. */
async function fanOut(loaders, url, { rooms, each, window, seconds, mark, talkers = rooms }) {
  const [talker, ...others] = loaders;
  const nameOf = (n) => `bench-${mark}-${n % rooms}`;
  const urls = Array.from({ length: rooms * each }, (_, n) => url(nameOf(n)));
  await spread(others, urls);
  const { said, tookS } = await talker.do('talk', {
    urls: Array.from({ length: talkers }, (_, n) => url(nameOf(n))),
    seconds,
    window,
  });
  const taken = await Promise.all(others.map((one) => one.do('take')));
  await Promise.all(others.map((one) => one.do('close')));
  const heard = taken.reduce((sum, one) => sum + one.heard, 0) / tookS;
  return { said: said / tookS, heard, p50: worst(taken, 'p50'), p99: worst(taken, 'p99') };
}

/** Ten thousand sockets in a hundred rooms: what they cost, whether they stay, and how long a word takes among them. */
async function manyIdle(loaders, url, { sockets, cached, say }) {
  const beforeMb = residentMb(cached.pid);
  const [talker, ...others] = loaders;
  const from = performance.now();
  await spread(
    others,
    Array.from({ length: sockets }, (_, n) => url(`idle-${n % IDLE_ROOMS}`)),
  );
  const tookS = (performance.now() - from) / 1000;
  await sleep(3000);
  const mb = residentMb(cached.pid);
  say(`${sockets} sockets after ${tookS.toFixed(0)} s, ${Math.round(mb)} MB`);
  await Promise.all(others.map((one) => one.do('take')));
  const urls = Array.from({ length: IDLE_ROOMS }, (_, n) => url(`idle-${n}`));
  const { said } = await talker.do('talk', { urls, seconds: IDLE_TALK_S, window: 1, pauseMs: 1000 });
  const taken = await Promise.all(others.map((one) => one.do('take')));
  const open = taken.reduce((sum, one) => sum + one.open, 0);
  const closes = taken.reduce((sum, one) => sum + one.closes, 0);
  const heard = taken.reduce((sum, one) => sum + one.heard, 0);
  await Promise.all(others.map((one) => one.do('close')));
  return `${open} sockets in ${IDLE_ROOMS} rooms (opened in ${tookS.toFixed(0)} s): ${Math.round(mb)} MB resident, ${Math.round(beforeMb)} MB before; ${closes} unexpected closes;
${Math.round(said / IDLE_TALK_S)} messages/s among them for ${IDLE_TALK_S} s, ${Math.round(heard / said)} deliveries each, with p50 ${worst(taken, 'p50').toFixed(0)} ms, p99 ${worst(taken, 'p99').toFixed(0)} ms, ${Math.round(residentMb(cached.pid))} MB resident after.`;
}

function spread(loaders, urls) {
  return Promise.all(
    loaders.map((loader, index) => loader.do('open', { urls: urls.filter((_, n) => n % loaders.length === index) })),
  );
}

/** Of several processes the slowest one's. */
function worst(taken, name) {
  const known = taken.filter(({ heard }) => heard > 0).map((one) => one[name]);
  return known.length > 0 ? Math.max(...known) : NaN;
}

/** A process of sockets. */
class Loader {
  constructor() {
    this.child = fork('bench/chat-load.mjs', { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  /** @throws Error as the process tells it */
  do(what, given = {}) {
    return new Promise((resolve, reject) => {
      this.child.once('message', ({ answer, error }) => (error ? reject(new Error(error)) : resolve(answer)));
      this.child.send({ what, ...given });
    });
  }

  end() {
    this.child.kill();
  }
}
