/** A process full of sockets, told what to do over IPC: `open`, `talk`, `take`, `close`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

const AT_ONCE = 40;
const CONTENT = '"content":"';

const listeners = [];
const talkers = [];
let delays = [];
let closes = 0;
let ending = false;

const now = () => performance.timeOrigin + performance.now();

/** The ms since the message was sent, which its content begins with. */
function delayOf(text) {
  const from = text.indexOf(CONTENT);
  return from === -1 ? null : now() - parseFloat(text.slice(from + CONTENT.length));
}

function connect(url, onText) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
    socket.on('message', (data) => onText?.(String(data), socket));
    socket.on('close', () => (closes += ending ? 0 : 1));
  });
}

/** Opens listeners, a few at a time. @param urls one each */
async function open({ urls }) {
  ending = false;
  const left = [...urls];
  const hear = (text) => {
    const delay = delayOf(text);
    if (delay !== null) delays.push(delay);
  };
  const work = async () => {
    for (let url = left.pop(); url; url = left.pop()) listeners.push(await connect(url, hear));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { open: listeners.length };
}

/** One talker per address says a next thing whenever one of its own is heard, `window` at a time. Answers how much was said. */
async function talk({ urls, seconds, window, pauseMs = 0 }) {
  let said = 0;
  let going = true;
  const filler = ' '.padEnd(60, 'x');
  for (const [n, url] of urls.entries()) {
    const mark = `#${process.pid}.${n}`;
    const next = (text, socket) => {
      if (!text.includes(mark)) return;
      said += 1;
      if (pauseMs === 0) sayMarked(socket, mark);
    };
    talkers.push([await connect(url, next), mark]);
  }
  function sayMarked(socket, mark) {
    if (going) socket.send(JSON.stringify({ content: `${now()} ${mark}${filler}` }));
  }
  await sleep(500);
  delays = [];
  const from = performance.now();
  for (const [socket, mark] of talkers) {
    for (let n = 0; n < window; n++) sayMarked(socket, mark);
    if (pauseMs > 0) setInterval(() => sayMarked(socket, mark), pauseMs).unref();
  }
  await sleep(seconds * 1000);
  going = false;
  const tookS = (performance.now() - from) / 1000;
  const result = { said, tookS };
  await sleep(300);
  for (const [socket] of talkers.splice(0)) socket.removeAllListeners('close').close();
  return result;
}

/** What was heard since the last time it was taken. */
function take() {
  const sorted = Float64Array.from(delays).sort();
  delays = [];
  const at = (share) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return {
    heard: sorted.length,
    p50: at(0.5),
    p99: at(0.99),
    max: sorted.at(-1) ?? NaN,
    closes,
    open: listeners.length,
  };
}

function close() {
  ending = true;
  for (const socket of listeners.splice(0)) socket.terminate();
  return {};
}

const deeds = { open, talk, take, close };
process.on('message', async ({ what, ...given }) => {
  try {
    process.send({ answer: await deeds[what](given) });
  } catch (error) {
    process.send({ error: String(error?.message ?? error) });
  }
});
