import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AddressGuard } from './address-guard';
import { guardedAgents, guardedFetch, guardedSocket } from './guarded-clients';
import { get } from 'node:http';

const HOSTS: Record<string, string[]> = {
  'billing.internal': ['10.0.0.7'],
  'id.school.example': ['10.0.0.8'],
  'id.public.example': ['93.184.216.34'],
  'evil.example': ['127.0.0.1'],
  'private.example': ['10.0.0.9', '93.184.216.34'],
  'metadata.example': ['169.254.169.254'],
};
const asked: string[] = [];
const resolver = (hostname: string) => {
  asked.push(hostname);
  const found = HOSTS[hostname];
  return found
    ? Promise.resolve(found.map((address) => ({ address, family: 4 })))
    : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
};
const guard = (...named: string[]) => new AddressGuard(named, resolver);
const addresses = async (of: AddressGuard, host: string) => (await of.resolve(host)).map(({ address }) => address);

describe('AddressGuard', () => {
  it('lets a host of the configuration be on a private network or the loopback', async () => {
    expect(await addresses(guard('billing.internal'), 'BILLING.internal')).toEqual(['10.0.0.7']);
    expect(await addresses(guard('evil.example'), 'evil.example')).toEqual(['127.0.0.1']);
    expect(await addresses(guard('127.0.0.1'), '127.0.0.1')).toEqual(['127.0.0.1']);
    expect(await addresses(guard('[::1]'), '::1')).toEqual(['::1']);
  });

  it('lets nobody be at a metadata service who was not named by its very address', async () => {
    await expect(guard('metadata.example').resolve('metadata.example')).rejects.toThrow('may be called');
    expect(await addresses(guard('169.254.169.254'), '169.254.169.254')).toEqual(['169.254.169.254']);
  });

  it.each(['evil.example', 'billing.internal', '127.0.0.1', '::1', '[::ffff:10.0.0.1]', '169.254.169.254', '0.0.0.0'])(
    'keeps a document of a public host from %s',
    async (host) => {
      await expect(guard('id.public.example').resolve(host)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' });
    },
  );

  it('lets a document lead to where its own host is, and no further in', async () => {
    expect(await addresses(guard('id.school.example'), 'billing.internal')).toEqual(['10.0.0.7']);
    await expect(guard('id.school.example').resolve('evil.example')).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' });
    await expect(guard('id.school.example').resolve('metadata.example')).rejects.toThrow();
  });

  it('uses of several addresses those that may be called', async () => {
    expect(await addresses(guard('id.public.example'), 'private.example')).toEqual(['93.184.216.34']);
  });

  it('hands on what it has looked at, however it is asked', async () => {
    asked.length = 0;
    const of = guard('billing.internal');
    const all = await new Promise((resolve) =>
      of.lookup('billing.internal', { all: true }, (_, found) => resolve(found)),
    );
    const one = await new Promise((resolve) => of.lookup('billing.internal', {}, (_, found) => resolve(found)));
    const none = await new Promise((resolve) => of.lookup('nowhere.example', {}, (error) => resolve(error?.code)));
    expect([all, one, none]).toEqual([[{ address: '10.0.0.7', family: 4 }], '10.0.0.7', 'ENOTFOUND']);
    expect(asked).toEqual(['billing.internal', 'billing.internal', 'nowhere.example']);
  });
});

describe('clients behind the guard', () => {
  let server: Server;
  let port: number;
  let hits = 0;
  beforeAll(async () => {
    server = createServer((request, answer) => {
      hits += 1;
      if (request.url === '/away') answer.writeHead(302, { location: '/' }).end();
      else answer.end('here');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());
  beforeEach(() => void (hits = 0));

  const timeouts = { connectMs: 2000, silenceMs: 2000 };
  const statusOf = (of: AddressGuard, host: string) =>
    new Promise<unknown>((resolve) => {
      const agent = guardedAgents(of).http;
      get({ host, port, agent }, (answer) => resolve(answer.resume().statusCode)).on('error', (error: any) =>
        resolve(error.code),
      );
    });

  it('reach who was named, by name and by address', async () => {
    const byName = guardedFetch(guard('evil.example'), timeouts);
    expect(await (await byName(`http://evil.example:${port}/`)).text()).toBe('here');
    expect(await statusOf(guard('evil.example'), 'evil.example')).toBe(200);
    expect(await statusOf(guard('127.0.0.1'), '127.0.0.1')).toBe(200);
    const socket = await guardedSocket(guard('evil.example'), 'evil.example', port, timeouts);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('never open a connection to who must not be reached', async () => {
    const fetch = guardedFetch(guard('id.public.example'), timeouts);
    for (const host of ['evil.example', '127.0.0.1', 'localhost']) {
      await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow('fetch failed');
    }
    expect(await statusOf(guard('id.public.example'), 'evil.example')).toBe('ADDRESS_REFUSED');
    expect(await statusOf(guard('id.public.example'), '127.0.0.1')).toBe('ADDRESS_REFUSED');
    await expect(guardedSocket(guard('id.public.example'), 'evil.example', port, timeouts)).rejects.toThrow();
    expect(hits).toBe(0);
  });

  it('follow no redirect', async () => {
    const answer = await guardedFetch(guard('evil.example'), timeouts)(`http://evil.example:${port}/away`);
    expect([answer.status, hits]).toEqual([302, 1]);
  });
});
