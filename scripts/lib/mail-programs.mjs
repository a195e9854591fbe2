import { spawnSync } from 'node:child_process';
import { installByApt, which } from './system.mjs';

/** By package, whether it is there. */
const PACKAGES = {
  postfix: () => which('postfix') !== null,
  'dovecot-imapd': () => which('dovecot') !== null,
  mutt: () => which('mutt') !== null,
  swaks: () => which('swaks') !== null,
  'libnet-ssleay-perl': () => runs('perl', ['-MNet::SSLeay', '-e', '1']), // by which swaks speaks TLS
  'python3-dkim': () => runs('/usr/bin/python3', ['-c', 'import dkim, nacl']),
};

/**
 * Whether the programs are there by which the tests of mail send, receive, read and verify, installed where that needs no question. Postfix
 * runs for root alone.
 */
export function hasMailPrograms(say) {
  if (process.getuid?.() !== 0) return false;
  for (const [name, isThere] of Object.entries(PACKAGES)) if (!isThere()) installByApt(name, say);
  return Object.values(PACKAGES).every((isThere) => isThere());
}

const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
