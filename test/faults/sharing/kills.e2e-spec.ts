import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../src/core/kernel/runtime';
import { violations } from '../../commerce/orders/support';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { dropDatabase, makeDatabase } from '../../support/database';
import { freePort, Instance } from '../../support/instance';
import { servers } from '../../support/servers';
import { until } from '../../support/until';

const ROUNDS = 5;

describe('sharing while its process is killed', () => {
  it('keeps what was answered, leaves nothing half done, and takes no right too many', async () => {
    const database = await makeDatabase();
    const env = {
      DATABASE_URL: database,
      REDIS_URL: servers().redis,
      REDIS_PREFIX: `test-${Date.now()}`,
      RATE_LIMITS: 'off',
      SECRET_KEY: newId(),
    };
    const judge = await startApp({ ...env, NODE_ENV: 'test' });
    let victim = Instance.start(await freePort(), env);
    try {
      const [owner, friend] = [await judge.make.person(), await judge.make.person()];
      await victim.ready();
      for (let round = 0; round < ROUNDS; round++) {
        const shared = new Set<string>();
        const revoked = new Set<string>();
        const places = new Map<string, string | null>();
        const call = victim.client.as(owner.accessToken);
        const work = Promise.all(
          Array.from({ length: 6 }, (_, n) => busy(call, friend.user.id, `${round}-${n}`, { shared, revoked, places })),
        );
        await until(() => shared.size > 0);
        await sleep(200 + round * 130);
        await victim.stop('SIGKILL');
        await work;
        await assertKept(judge, friend.client, { shared, revoked, places });
        expect(await violations(judge)).toEqual([]);
        victim = Instance.start(await freePort(), env);
        await victim.ready();
      }
    } finally {
      await victim.stop('SIGKILL');
      await judge.stop();
      await dropDatabase(database);
    }
  });
});

interface Answered {
  /** Folders whose share was answered, and not taken back. */
  readonly shared: Set<string>;
  readonly revoked: Set<string>;
  /** Where a folder was last said to be; nothing while it is on its way. */
  readonly places: Map<string, string | null>;
}

/** Makes folders, shares, moves and throws them away, until nobody answers any more. */
async function busy(
  client: Client,
  friendId: string,
  name: string,
  { shared, revoked, places }: Answered,
): Promise<void> {
  const done = async <T>(call: Promise<T>): Promise<T | null> => call.catch(() => null);
  let parent: string | null = null;
  for (let n = 0; ; n++) {
    const made = await done(client.post('/folders', { name: `${name}-${n}` }));
    if (made?.status !== 201) return;
    const id = made.body.id as string;
    const principal = { type: 'user', id: friendId };
    const share = { resource_type: 'folder', resource_id: id, principal, permission: 'view' };
    const given = await done(client.post('/shares', share));
    if (given?.status !== 201) return;
    shared.add(id);
    if (parent !== null) {
      places.delete(id);
      const moved = await done(client.post(`/folders/${id}/move`, { parent_id: parent }));
      if (moved?.status !== 200) return;
      places.set(id, parent);
    }
    if (n % 3 === 1) {
      shared.delete(id);
      const ended = await done(client.delete(`/shares/${given.body.id}`));
      if (ended?.status !== 204) return;
      if (parent === null) revoked.add(id);
    }
    if (n % 4 === 3) parent = id;
  }
}

async function assertKept(judge: TestApp, friend: Client, { shared, revoked, places }: Answered): Promise<void> {
  expect(shared.size).toBeGreaterThan(0);
  for (const id of shared) expect([id, (await friend.get(`/folders/${id}`)).status]).toEqual([id, 200]);
  for (const id of revoked) expect([id, (await friend.get(`/folders/${id}`)).status]).toEqual([id, 404]);
  const rows = await judge.db.query<{ id: string; parent: string | null }>(
    'SELECT id, parent_id AS parent FROM resources WHERE id = ANY ($1::uuid[])',
    [[...places.keys()]],
  );
  expect(new Map(rows.map(({ id, parent }) => [id, parent]))).toEqual(places);
}
