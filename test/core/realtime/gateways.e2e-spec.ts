import { Module } from '@nestjs/common';
import { ConnectedSocket, MessageBody, OnGatewayConnection, SubscribeMessage } from '@nestjs/websockets';
import { Forbidden } from '../../../src/core/kernel/errors';
import { BINARY, Connection, Gateway } from '../../../src/core/realtime';
import { Public, Require } from '../../../src/core/web/access';
import type { TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { SocketClient, startWith } from './support';

const LIMITS = { rateGroup: 'chat' };
const QUEUED = 65_536;

/** Sends bytes back; of `refuse` it refuses to. */
class Echo {
  @SubscribeMessage(BINARY)
  @Require()
  echo(@ConnectedSocket() connection: Connection, @MessageBody() bytes: Buffer): void | Promise<void> {
    if (String(bytes) === 'refuse') throw new Forbidden();
    connection.send(bytes);
  }
}

@Gateway({
  path: '/test/bytes/:room',
  frames: 'binary',
  maxFrameBytes: 1_000_000,
  subProtocols: ['echo.v1', 'echo.v2'],
  limits: { ...LIMITS, queuedBytes: QUEUED },
  quotas: { perPerson: 2, perInstance: 3 },
})
class Bytes extends Echo implements OnGatewayConnection<Connection> {
  @Require()
  handleConnection(connection: Connection): void {
    if (connection.opening.params.room !== 'named') return;
    connection.send(Buffer.from(connection.subProtocol ?? 'none'));
  }

  @SubscribeMessage(BINARY)
  @Require()
  override echo(@ConnectedSocket() connection: Connection, @MessageBody() bytes: Buffer): void | Promise<void> {
    if (String(bytes) === 'long') return connection.answer(Buffer.alloc(20 * QUEUED, 'x'));
    return super.echo(connection, bytes);
  }
}

@Gateway({
  path: '/test/both/:room',
  frames: 'both',
  maxFrameBytes: ({ bodyLimitBytes }) => bodyLimitBytes,
  limits: { ...LIMITS, beyond: 'delay' },
  errorFrame: ({ code }) => (code === 'unknown_frame' ? null : Buffer.from([0, ...Buffer.from(code)])),
})
class Both extends Echo implements OnGatewayConnection<Connection> {
  @Public()
  handleConnection(): void {
    return undefined;
  }

  @SubscribeMessage('say')
  @Require()
  say(@ConnectedSocket() connection: Connection, @MessageBody() { word }: { word: string }): void {
    connection.send(word);
  }
}

@Gateway({ path: '/test/slow/:room', frames: 'binary', limits: { ...LIMITS, bytesPerSecond: 1000 } })
class Slow extends Echo implements OnGatewayConnection<Connection> {
  @Require()
  handleConnection(): void {
    return undefined;
  }
}

@Module({ providers: [Both, Bytes, Slow] })
class Gateways {}

describe.each(['true', 'false'])('a gateway, FAST_PATHS %s', (FAST_PATHS) => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  const opened: SocketClient[] = [];
  const open = async (...[path, options]: [string, Parameters<typeof SocketClient.open>[3]?]) => {
    const client = await SocketClient.open(t, path, ada.accessToken, options);
    opened.push(client);
    return client;
  };

  /** Sockets that the server has. */
  const count = async (): Promise<number> => {
    const { text } = await t.client.get('//metrics');
    return Number(/^websocket_connections (\d+)/m.exec(text)?.[1]);
  };

  beforeAll(async () => {
    t = await startWith(Gateways, { FAST_PATHS });
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((client) => client.close()));
    await until(async () => (await count()) === 0);
  });
  afterAll(() => t.stop());

  it('takes binary frames up to its own limit, in one piece or many', async () => {
    const client = await open('/test/bytes/a');
    const long = Buffer.alloc(1_000_000, 7);
    client.send(Buffer.alloc(0));
    client.send(Buffer.from([0, 255, 128]));
    client.send(long);
    for (let from = 0; from < long.length; from += 2000) {
      client.socket.send(long.subarray(from, from + 2000), { binary: true, fin: from + 2000 >= long.length });
    }
    await until(() => client.heard.length === 4);
    expect(client.heard.slice(0, 2)).toEqual([Buffer.alloc(0), Buffer.from([0, 255, 128])]);
    expect(client.heard.slice(2).map((bytes) => long.equals(bytes as Buffer))).toEqual([true, true]);
    client.send(Buffer.alloc(1_000_001));
    expect((await client.isClosed()).code).toBe(1009);
  });

  it('of bytes alone closes with 1003 at text, and handles nothing that comes after', async () => {
    const client = await open('/test/bytes/a');
    client.send(Buffer.from('before'));
    client.send('text');
    client.send(Buffer.from('after'));
    expect(await client.isClosed()).toEqual({ code: 1003, reason: 'text_frame' });
    expect(client.words).toEqual(['before']);
  });

  it('of bytes alone closes where a text one would send an error', async () => {
    const client = await open('/test/bytes/a');
    client.send(Buffer.from('refuse'));
    expect(await client.isClosed()).toEqual({ code: 1008, reason: 'forbidden' });
    expect(client.heard).toEqual([]);
  });

  it('of both takes each for what it is, and writes errors in its own way', async () => {
    const client = await open('/test/both/a');
    client.send(Buffer.from('{"type":"say","word":"bytes"}'));
    client.send('{"type":"say","word":"text"}');
    client.send('bare');
    client.send(Buffer.from('refuse'));
    client.send(Buffer.alloc(100_000));
    await until(() => client.heard.length === 5);
    expect(client.heard).toEqual([
      Buffer.from('{"type":"say","word":"bytes"}'),
      'text',
      Buffer.from('\0malformed_json'),
      Buffer.from('\0forbidden'),
      Buffer.alloc(100_000),
    ]);
    client.send('{"type":"binary"}');
    expect(await client.isClosed()).toEqual({ code: 1008, reason: 'unknown_frame' });
  });

  it('agrees to the first sub-protocol of the client’s that it speaks, and to none it does not', async () => {
    const spoken = async (offers: string[]) => {
      const client = await open('/test/bytes/named', { offers });
      await until(() => client.heard.length === 1);
      await client.close();
      return [client.socket.protocol, client.words[0]];
    };
    expect(await spoken(['other', 'echo.v2', 'echo.v1'])).toEqual(['echo.v2', 'echo.v2']);
    expect(await spoken([])).toEqual(['', 'none']);
    // RFC 6455 leaves it to the client, and this one gives up.
    await expect(open('/test/bytes/named', { offers: ['other'] })).rejects.toThrow('no subprotocol');
    await expect(open('/test/both/a', { offers: ['echo.v1'] })).rejects.toThrow('no subprotocol');
  });

  it('closes with 1013 the sockets beyond the quotas of a person and of the process', async () => {
    const [first] = [await open('/test/bytes/a'), await open('/test/bytes/b')];
    const third = await open('/test/bytes/c');
    expect(await third.isClosed()).toEqual({ code: 1013, reason: 'too_many_sockets' });
    const other = await SocketClient.open(t, '/test/bytes/a', bob.accessToken);
    const fourth = await SocketClient.open(t, '/test/bytes/a', bob.accessToken);
    expect(await fourth.isClosed()).toEqual({ code: 1013, reason: 'too_many_sockets' });
    opened.push(other);
    await first.close();
    await until(async () => (await count()) === 2);
    const again = await open('/test/bytes/a');
    again.send(Buffer.from('here'));
    await again.hears('here');
  });

  it('answers with more than a client may leave unread, and cuts off whoever does not read', async () => {
    const client = await open('/test/bytes/a');
    client.send(Buffer.from('long'));
    client.send(Buffer.from('next'));
    await client.hears('next');
    expect(client.heard.map(({ length }) => length)).toEqual([20 * QUEUED, 4]);
    client.socket.pause();
    for (let n = 0; n < 200; n++) client.send(Buffer.alloc(100_000));
    await until(() => client.socket.readyState !== client.socket.OPEN || client.socket.bufferedAmount === 0);
    client.socket.resume();
    expect((await client.isClosed()).code).toBe(1006);
  });

  it('reads more slowly from whoever sends too much, and loses nothing', async () => {
    const client = await open('/test/slow/a');
    const sent = Array.from({ length: 12 }, (_, n) => Buffer.alloc(250, n));
    const fromMs = performance.now();
    for (const bytes of sent) client.send(bytes);
    client.send(Buffer.from('end'));
    await client.hears('end');
    client.send(Buffer.from('later')); // the twelve were on their way when it began to read slowly
    await client.hears('later');
    expect(performance.now() - fromMs).toBeGreaterThan(1500);
    expect(client.heard.slice(0, 12)).toEqual(sent);
    expect(client.closed).toBeNull();
  });
});

describe('a gateway that delays', () => {
  it('handles all frames beyond the limit of a person, later', async () => {
    const t = await startWith(Gateways, { RATE_LIMITS: '100000/minute,chat=50/second' });
    const person = await t.make.person();
    const client = await SocketClient.open(t, '/test/both/a', person.accessToken);
    const words = Array.from({ length: 80 }, (_, n) => `word ${n}`);
    for (const word of words) client.send(JSON.stringify({ type: 'say', word }));
    await until(() => client.heard.length === words.length);
    expect(client.heard).toEqual(words);
    await client.close();
    await t.stop();
  });
});
