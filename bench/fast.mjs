import { measure } from './measure.mjs';
import { contendersOf, ROWS } from './rows.mjs';

const PATHS = ['direct-routes', 'text-writers'];
const MEASURED = ['product-cached', 'list', 'me'];

/**
 * What each shorter way of `core/fast` brings: Atrium with all of them beside Atrium without one, in one run; the share is of the
 * CPU time of a request. A way that brings less than 5 % on every row is to be deleted. What `written-frames` brings is a line of `chat`.
 */
export async function fast(stage, { seconds, rounds, say }) {
  const lines = [];
  for (const row of ROWS.filter(({ name }) => MEASURED.includes(name))) {
    const cache = row.atrium === 'cached' ? 'on' : 'off';
    const variants = [];
    for (const without of [null, ...PATHS]) {
      const FAST_PATHS = without ? PATHS.filter((path) => path !== without).join() : 'true';
      variants.push({ without, ...(await stage.startAtrium({ CACHE: cache, FAST_PATHS })) });
    }
    const contenders = [];
    for (const { without, origin, pid } of variants) {
      const [atrium] = await contendersOf(
        { ...row, bare: {}, fillBare: undefined },
        { ...stage, [row.atrium]: { origin, pid } },
      );
      contenders.push({ ...atrium, name: without ? `without ${without}` : 'all' });
    }
    const results = await measure(contenders, { rounds, seconds, settle: row.settle && (() => row.settle(stage)) });
    const all = results[0];
    for (const one of results.slice(1)) {
      const brings = Math.round((1 - all.cpu / one.cpu) * 100);
      lines.push(
        `${row.label}, ${one.name}: ${Math.round(one.cpu)} µs beside ${Math.round(all.cpu)} µs with all, ${brings} % less; ${Math.round(one.rate)}/s beside ${Math.round(all.rate)}/s`,
      );
      say(lines.at(-1));
    }
    for (const { child, end } of variants) {
      child.kill('SIGTERM');
      await end;
    }
  }
  return lines.join('\n');
}
