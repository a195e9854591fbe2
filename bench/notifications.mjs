import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { WebSocket } from 'ws';
import { personOf } from './people.mjs';

const PEOPLE = 1000;
const AT_ONCE = 20;
const SENDERS = 16;
/** Notices that are still on their way when the last was sent. */
const GRACE_MS = 5000;

const now = () => performance.timeOrigin + performance.now();

/**
 * Notices/s to a thousand people who are connected, each in turn, and how long after its call each was heard; in lines of text. Then the
 * same at a steady rate of a quarter, where nothing waits for its turn.
 */
export async function notifications(stage, { seconds, say }) {
  const { origin } = stage.cached;
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  const sender = await personOf(origin, 'notices-sender@example.com', (id) =>
    client.query(`UPDATE users SET permissions = '{send_notifications}' WHERE id = $1`, [id]),
  );
  await client.end();
  const numbers = Array.from({ length: PEOPLE }, (_, n) => n);
  const people = await inTurn(numbers, (n) => personOf(origin, `notices-${n}@example.com`));
  say(`${PEOPLE} people have signed in`);
  let delays = [];
  const sockets = await inTurn(people, ({ token }) => open(origin, token, (delay) => delays.push(delay)));
  const send = async (n) => {
    const response = await fetch(`${origin}/api/v1/notifications/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sender.token}` },
      body: JSON.stringify({ user_id: people[n % PEOPLE].id, title: `at ${now()}`, body: 'A notice of the bench.' }),
    });
    await response.arrayBuffer();
    if (response.status !== 201) throw new Error(`A notice was refused: ${response.status}`);
  };
  try {
    await flood(send, 1); // warm
    await heard(() => delays.length > 0);
    delays = [];
    const sent = await flood(send, seconds);
    await heard(() => delays.length >= sent);
    const [full, fullDelays, lost] = [sent / seconds, delays, sent - delays.length];
    delays = [];
    const rate = Math.max(1, Math.round(full / 4));
    const steady = await pace(send, rate, seconds);
    await heard(() => delays.length >= steady);
    return (
      `Notifications: ${Math.round(full)} notices/s to ${PEOPLE} connected people, heard ${ms(fullDelays, 0.5)} ms after their call (median), ` +
      `${ms(fullDelays, 0.99)} ms (p99), ${lost} not heard; at ${rate}/s ${ms(delays, 0.5)} ms (median), ${ms(delays, 0.99)} ms (p99), ` +
      `${steady - delays.length} not heard.`
    );
  } finally {
    for (const socket of sockets) socket.terminate();
  }
}

function open(origin, token, hear) {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/ws-notifications`, {
    headers: { authorization: `Bearer ${token}` },
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send('{"type":"ping"}'));
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '{"type":"pong"}') return resolve(socket);
      const from = /"title":"at ([\d.]+)"/.exec(text)?.[1];
      if (from) hear(now() - Number(from));
    });
  });
}

/** As many as there can be. @returns how many were sent */
async function flood(send, seconds) {
  const end = performance.now() + seconds * 1000;
  let n = 0;
  const work = async () => {
    while (performance.now() < end) await send(n++);
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  return n;
}

/** So many a second. @returns how many were sent */
async function pace(send, rate, seconds) {
  const from = performance.now();
  const calls = [];
  for (let n = 0; n < rate * seconds; n++) {
    const dueMs = from + (n * 1000) / rate;
    if (performance.now() < dueMs) await sleep(dueMs - performance.now());
    calls.push(send(n));
  }
  await Promise.all(calls);
  return calls.length;
}

/** Waits until it is so, or for as long as anything could be on its way. */
async function heard(isSo) {
  const end = performance.now() + GRACE_MS;
  while (!isSo() && performance.now() < end) await sleep(20);
}

async function inTurn(items, work) {
  const found = [];
  const left = [...items.entries()];
  const next = async () => {
    for (let one = left.shift(); one; one = left.shift()) found[one[0]] = await work(one[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return found;
}

const ms = (delays, share) => {
  const sorted = delays.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
};
