import { once } from 'node:events';
import { request } from 'node:http';
import { dropDatabase, makeDatabase } from '../../support/database';
import { freePorts, occupy } from '../../support/free-ports';
import { freePort, Instance } from '../../support/instance';
import { servers } from '../../support/servers';
import { until } from '../../support/until';
import { Client } from '../../support/client';

describe('a process at the ports of the guide', () => {
  let database: string;
  let first: number;
  const running: Instance[] = [];

  const start = (port: number): Instance => {
    const instance = Instance.start(port, {
      DATABASE_URL: database,
      REDIS_URL: servers().redis,
      REDIS_PREFIX: `test-ports-${Date.now()}`,
      COMPAT_PORTS: String(first),
      DRAIN_MS: '2000',
    });
    running.push(instance);
    return instance;
  };

  beforeAll(async () => (database = await makeDatabase()));
  beforeEach(async () => (first = await freePorts(22)));
  afterEach(() => Promise.all(running.splice(0).map((instance) => instance.stop('SIGKILL'))));
  afterAll(() => dropDatabase(database));

  it('serves at all of them, PORT being one, and on SIGTERM finishes what runs and closes every one', async () => {
    const instance = start(first);
    await instance.ready();
    const clients = Array.from({ length: 22 }, (_, at) => new Client(`http://127.0.0.1:${first + at}`));
    for (const client of clients) expect((await client.get('//health/live')).status).toBe(200);
    const slow = request({
      ...{ host: '127.0.0.1', port: first + 9, method: 'POST', path: '/api/v1/auth/login' },
      headers: { 'content-type': 'application/json', 'content-length': '2', expect: '100-continue' },
    });
    slow.flushHeaders();
    const answered = once(slow, 'response') as Promise<[{ statusCode: number }]>;
    await once(slow, 'continue');
    slow.write('{');
    instance.child.kill('SIGTERM');
    await until(async () => (await clients[3].get('//health/ready')).status === 503);
    slow.end('}');
    expect((await answered)[0].statusCode).toBe(422);
    expect(await instance.exited).toBe(0);
    for (const client of clients) await expect(client.get('//health/live')).rejects.toThrow();
  });

  it.each([7, 21])('stops in one line that names a port that is taken', async (offset) => {
    const taken = await occupy(first + offset);
    const instance = start(await freePort());
    expect(await instance.exited).toBe(1);
    expect(instance.output.trim()).toBe(`Configuration: COMPAT_PORTS: port ${first + offset} is taken`);
    taken.close();
  });

  it('stops in one line where PORT is taken', async () => {
    const port = await freePort();
    const taken = await occupy(port);
    const instance = start(port);
    expect(await instance.exited).toBe(1);
    expect(instance.output.trim()).toBe(`Configuration: PORT: port ${port} is taken`);
    taken.close();
  });
});
