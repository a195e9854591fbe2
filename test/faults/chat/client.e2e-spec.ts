import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, TestApp } from '../../support/app';
import { PASSWORD, Person } from '../../support/make';
import { until } from '../../support/until';
import { ChatClient } from '../../communication/chat/support';
import { register } from '../../support/children';

/** As a stranger would paste it. */
function pasted(): string {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/chat.md', 'utf8')) as RegExpExecArray;
  return code;
}

describe('the client of docs/chat.md', () => {
  let t: TestApp;
  let ada: Person;
  const folder = mkdtempSync(join(tmpdir(), 'atrium-client-'));

  beforeAll(async () => {
    t = await startApp();
    ada = await t.make.person({ fullName: 'Ada Lovelace' });
  });
  afterAll(async () => {
    await t.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has thirty lines, talks, comes back by itself and misses nothing', async () => {
    expect(pasted().trim().split('\n').length).toBeLessThanOrEqual(30);
    const file = join(folder, 'client.mjs');
    writeFileSync(file, pasted());
    const bob = await t.make.user({ fullName: 'Bob Stone' });
    const child = spawn(process.execPath, ['--experimental-websocket', file, t.url, bob.email, PASSWORD, 'pasted']);
    register(child.pid);
    let shown = '';
    child.stdout.on('data', (bytes) => (shown += String(bytes)));
    child.stderr.on('data', (bytes) => (shown += String(bytes)));
    try {
      await until(() => shown.includes('* Bob Stone has joined the chat'));
      const other = await ChatClient.open(t.url, 'pasted', ada.accessToken);
      child.stdin.write('Hello\n');
      await other.hearsSaid('Hello');
      other.send('Hi Bob');
      await until(() => shown.includes('2 Ada Lovelace: Hi Bob'));
      // Its session goes on, its socket does not.
      await t.db.query(`UPDATE users SET permissions = '{manage_chat}' WHERE id = $1`, [bob.id]);
      await t.db.query('UPDATE sessions SET changed_at = now() WHERE user_id = $1', [bob.id]);
      other.send('missed?');
      await until(() => shown.includes('3 Ada Lovelace: missed?'));
      child.stdin.write('No\n');
      await other.hearsSaid('No');
      await until(() => shown.includes('4 Bob Stone: No'));
      expect(other.said).toEqual(['Hello', 'Hi Bob', 'missed?', 'No']);
      expect(shown.match(/^\d+ .*$/gm)).toEqual([
        '1 Bob Stone: Hello',
        '2 Ada Lovelace: Hi Bob',
        '3 Ada Lovelace: missed?',
        '4 Bob Stone: No',
      ]);
      await other.close();
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });
});
