import { installByApt, which } from './system.mjs';

const find = () => which('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');

/** Path of a Chromium for the tests of pages, installed like Redis where that needs no question; null when there is none. */
export function chromium(say) {
  const found = find();
  if (found) return found;
  installByApt('chromium', say);
  return find();
}
