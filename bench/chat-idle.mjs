import { setTimeout as sleep } from 'node:timers/promises';
import { spread, worst } from './chat-loaders.mjs';
import { residentMb } from './children.mjs';
import { pace } from './measure.mjs';

export const IDLE_ROOMS = 100;
const SOCKETS = 10_000;
const SAMPLE_MS = 5000;
const PER_SECOND = 20;

/**
 * Ten thousand sockets in a hundred rooms, in each of which a message is said every second: what they cost, whether they stay,
 * how long a word takes among them, and a request over HTTP meanwhile. @returns text
 */
export async function idle({ stage, loaders, url, seconds, say }) {
  const { cached } = stage;
  const beforeMb = residentMb(cached.pid);
  const urls = Array.from({ length: SOCKETS }, (_, n) => url(`idle-${n % IDLE_ROOMS}`));
  const fromMs = performance.now();
  await spread(loaders, urls);
  const tookS = (performance.now() - fromMs) / 1000;
  await sleep(3000);
  const openMb = residentMb(cached.pid);
  say(`${SOCKETS} sockets after ${tookS.toFixed(0)} s, ${Math.round(openMb)} MB`);
  let mostMb = openMb;
  const sampler = setInterval(() => (mostMb = Math.max(mostMb, residentMb(cached.pid))), SAMPLE_MS);
  const headers = { authorization: `Bearer ${await stage.token()}` };
  const requests = ['/api/v1/products?limit=20', '/api/v1/chat/rooms?mine=true'].map((path) => ({ path, headers }));
  const [{ said }, http] = await Promise.all([
    loaders[0].do('talk', { urls: urls.slice(0, IDLE_ROOMS), seconds, window: 1, pauseMs: 1000 }),
    pace({ origin: cached.origin, requests }, { perSecond: PER_SECOND, seconds }),
  ]);
  clearInterval(sampler);
  const taken = await Promise.all(loaders.map((one) => one.do('take')));
  await Promise.all(loaders.map((one) => one.do('close')));
  const sum = (name) => taken.reduce((total, one) => total + one[name], 0);
  return `${sum('open')} sockets in ${IDLE_ROOMS} rooms from ${loaders.length} processes (opened in ${tookS.toFixed(0)} s): ${Math.round(openMb)} MB resident, ${Math.round(beforeMb)} MB before, ${Math.round(mostMb)} MB at most; ${sum('closes')} unexpected closes;
${Math.round(said / seconds)} messages/s among them for ${seconds} s, ${Math.round(sum('heard') / said)} deliveries each, with p50 ${worst(taken, 'p50').toFixed(0)} ms, p99 ${worst(taken, 'p99').toFixed(0)} ms;
${PER_SECOND} requests/s over HTTP meanwhile with p50 ${http.p50.toFixed(0)} ms, p99 ${http.p99.toFixed(0)} ms, ${http.bad} failed.`;
}
