import { installByApt, which } from './system.mjs';

/** Path of psql for the test of plans, installed where that needs no question; null when there is none. */
export function psql(say) {
  if (!which('psql')) installByApt('postgresql-client', say);
  return which('psql');
}
