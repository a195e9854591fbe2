import autocannon from 'autocannon';
import { cpuSeconds } from './children.mjs';

const CONNECTIONS = 32;
const WARM_UP_S = 2;

/**
 * Loads the contenders in turn, A B A B …, so that what else the machine does hits all of them; `settle` waits after
 * each round for what it has left to do. Answers for each the
 * medians over its rounds: requests/s, p99 in ms, µs of its process's CPU time a request (its connections' share
 * included; NaN of who has no `pid`), the least and most requests/s, and how many answers were not 2xx.
 */
export async function measure(contenders, { rounds, seconds, settle }) {
  for (const contender of contenders) await round(contender, WARM_UP_S);
  await settle?.();
  const results = contenders.map(() => []);
  for (let n = 0; n < rounds; n++) {
    for (const [index, contender] of contenders.entries()) {
      results[index].push(await round(contender, seconds));
      await settle?.();
    }
  }
  return contenders.map(({ name }, index) => ({
    name,
    rate: median(results[index].map(({ rate }) => rate)),
    p99: median(results[index].map(({ p99 }) => p99)),
    cpu: median(results[index].map(({ cpu }) => cpu)),
    least: Math.min(...results[index].map(({ rate }) => rate)),
    most: Math.max(...results[index].map(({ rate }) => rate)),
    bad: results[index].reduce((sum, { bad }) => sum + bad, 0),
  }));
}

/** Asks one server at a steady rate; what is due on several connections goes out together. Answers p50, p90 and p99 in ms, and how many answers were not 2xx. */
export async function pace({ origin, requests }, { perSecond, seconds, connections = CONNECTIONS }) {
  const load = autocannon({
    url: origin,
    connections,
    overallRate: perSecond,
    duration: seconds,
    requests,
  });
  const { times, result } = await timed(load);
  const at = (share) => times[Math.floor(times.length * share)] ?? NaN;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), bad: result.non2xx + result.errors + result.timeouts };
}

async function round({ origin, requests, pid }, seconds) {
  let connected = 0;
  const before = pid ? cpuSeconds(pid) : NaN;
  // Each connection begins elsewhere in the turn, or all would ask for the same thing at the same time.
  const setupClient = (client) => client.setRequests(rotated(requests, connected++ / CONNECTIONS));
  const load = autocannon({ url: origin, connections: CONNECTIONS, duration: seconds, requests, setupClient });
  const { times, result } = await timed(load);
  const p99 = times[Math.floor(times.length * 0.99)] ?? NaN;
  const cpu = pid ? ((cpuSeconds(pid) - before) / result.requests.total) * 1e6 : NaN;
  return { rate: result['2xx'] / result.duration, p99, cpu, bad: result.non2xx + result.errors + result.timeouts };
}

/** The load's result and the ms of each answer, sorted. */
async function timed(load) {
  const times = []; // autocannon's own histogram counts whole ms
  load.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  const result = await load;
  return { result, times: Float64Array.from(times).sort() };
}

function rotated(list, share) {
  const from = Math.floor(list.length * share);
  return [...list.slice(from), ...list.slice(0, from)];
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
