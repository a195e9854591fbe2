import { randomBytes } from 'node:crypto';

/**
 * Names this run. Nothing of the application may be loaded here: what it keeps on `globalThis` would be copied into the
 * test files' own worlds.
 */
export default function setup(): void {
  process.env.ATRIUM_TEST_RUN = randomBytes(4).toString('hex');
}
