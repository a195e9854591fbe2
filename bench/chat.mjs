import { readFileSync } from 'node:fs';
import pg from 'pg';
import { freePort } from '../scripts/lib/processes.mjs';
import { IDLE_ROOMS, idle } from './chat-idle.mjs';
import { Loader, spread, worst } from './chat-loaders.mjs';
import { startServer } from './children.mjs';

const LOADERS = 5;
const SESSIONS = 20;
const ROUNDS = 4;
const ROOMS_A_ROUND = 100;
const CONTENDERS = 4;
const IDLE_S = 20;
const LONG_S = 600;
/** For ten thousand sockets and what a process has besides. */
const FILES = 12_000;
let marks = 0;

/**
 * The chat beside bare `ws`, in one run: one who talks to 200, a hundred rooms of a hundred, messages stored in one room, ten
 * thousand sockets that hardly talk. Needs `ulimit -n 20000`, and says so where there is less. @param long only the last, for ten
 * minutes, with requests over HTTP meanwhile @returns Markdown
 */
export async function chat(stage, { seconds, long, say }) {
  const { cached } = stage;
  const tokens = await Promise.all(Array.from({ length: SESSIONS }, () => stage.token()));
  let turn = 0;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: stage.databaseUrl };
  const bare = { origin, ...(await startServer(['bench/chat-bare.mjs'], env, origin)) };
  const plain = await stage.startAtrium({ FAST_PATHS: 'direct-routes,text-writers' });
  const contenders = [
    { name: 'Atrium', url: (room) => `${socketOf(cached.origin)}/ws/${room}?token=${tokens[turn++ % SESSIONS]}` },
    { name: 'bare ws', url: (room) => `${socketOf(origin)}/ws/${room}` },
    { name: 'bare ws, stores each message', url: (room) => `${socketOf(origin)}/ws/${room}?store` },
    {
      name: 'Atrium without written-frames',
      url: (room) => `${socketOf(plain.origin)}/ws/${room}?token=${tokens[turn++ % SESSIONS]}`,
    },
  ];
  await makeRooms(stage.databaseUrl);
  const loaders = Array.from({ length: LOADERS }, () => new Loader());
  const idling = { stage, loaders, url: contenders[0].url, say };
  try {
    const isWide = openFiles() >= FILES;
    if (!isWide) say(`What needs ten thousand sockets is left out: ulimit -n says ${openFiles()}, 20000 would do.`);
    if (long) return isWide ? await idle({ ...idling, seconds: LONG_S }) : '';
    const lines = [];
    for (const [label, rooms, each, window] of [
      ['one talks to 200', 1, 200, 8],
      ['one talks to 200, one word at a time', 1, 200, 1],
      ['20 rooms of 100', 20, 100, 1],
      ...(isWide ? [['100 rooms of 100', 100, 100, 1]] : []),
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
    const quiet = isWide ? await idle({ ...idling, seconds: IDLE_S }) : '';
    return `${HEAD}\n${lines.join('\n')}\n\nStored in one room: ${Math.round(stored.said)} messages/s from 20 sockets.\n${quiet}`;
  } finally {
    for (const loader of loaders) loader.end();
    for (const { child } of [bare, plain]) child.kill('SIGTERM');
  }
}

/** How many files this process and its children may have open. */
function openFiles() {
  return Number(/^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))[1]);
}

/** A person makes thirty within the hour, and one person does all this. */
async function makeRooms(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const names = [
    ...Array.from({ length: IDLE_ROOMS }, (_, n) => `idle-${n}`),
    ...Array.from(
      { length: (ROUNDS * CONTENDERS + 1) * ROOMS_A_ROUND },
      (_, n) => `bench-${Math.floor(n / ROOMS_A_ROUND)}-${n % ROOMS_A_ROUND}`,
    ),
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
