import { Injectable, Module, OnModuleInit } from '@nestjs/common';
import { ConnectedSocket, MessageBody, OnGatewayConnection, SubscribeMessage } from '@nestjs/websockets';
import { Database } from '../../../src/core/data/database';
import { Redis } from '../../../src/core/data/redis';
import { AppError, Forbidden } from '../../../src/core/kernel/errors';
import { BINARY, Connection, Gateway } from '../../../src/core/realtime';
import {
  Numbered,
  PresenceEvent,
  PresenceTables,
  RealtimeRooms,
  RoomKind,
  Rooms,
  RoomState,
} from '../../../src/core/realtime/rooms';
import { Require } from '../../../src/core/web/access';
import type { TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { SocketClient, startWith } from './support';

/** What a module's migration makes: its rooms, its numbered rows, and the tables of presence. */
const TABLES = `
  CREATE TABLE papers (id uuid PRIMARY KEY, last_line int DEFAULT 0, access_version int DEFAULT 0);
  CREATE TABLE paper_lines (paper_id uuid, seq int, bytes bytea, PRIMARY KEY (paper_id, seq));
  CREATE TABLE paper_people (paper_id uuid, user_id uuid, may text, PRIMARY KEY (paper_id, user_id));
  CREATE TABLE paper_instances (id uuid PRIMARY KEY, lease_until timestamptz);
  CREATE TABLE paper_presences (room_id uuid REFERENCES papers ON DELETE CASCADE, user_id uuid, holders uuid[],
    empty_since timestamptz, PRIMARY KEY (room_id, user_id));
  CREATE TABLE paper_presence_events (id uuid PRIMARY KEY, room_id uuid, user_id uuid, event text, at timestamptz, tx bigint)`;

const PRESENCE: PresenceTables = {
  rooms: 'papers',
  instances: 'paper_instances',
  presences: 'paper_presences',
  events: 'paper_presence_events',
};

/** Papers on which people write lines of bytes together. */
@Injectable()
class Papers implements RoomKind, OnModuleInit {
  readonly name = 'paper';
  readonly streams = { lines: { newest: 2 } };
  readonly presence = {
    tables: PRESENCE,
    frame: ({ userId, event }: PresenceEvent) => Promise.resolve(Buffer.from(`${event} ${userId}`)),
  };
  readonly open: Rooms;

  constructor(
    realtime: RealtimeRooms,
    private readonly db: Database,
  ) {
    this.open = realtime.define(this);
  }

  async onModuleInit(): Promise<void> {
    const [{ made }] = await this.db.query<{ made: boolean }>(`SELECT to_regclass('papers') IS NOT NULL AS made`);
    if (!made) for (const table of TABLES.split(';')) await this.db.execute(table);
  }

  states(ids: readonly string[]): Promise<RoomState[]> {
    return this.db.query<RoomState & Record<string, unknown>>(
      `SELECT id, jsonb_build_object('lines', last_line) AS last, access_version AS "accessVersion" FROM papers WHERE id = ANY ($1)`,
      [ids],
    );
  }

  async read({ id }: RoomState, _stream: string, after: number, limit: number): Promise<Numbered[]> {
    const rows = await this.db.query<{ seq: number; bytes: Buffer }>(
      'SELECT seq, bytes FROM paper_lines WHERE paper_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [id, after, limit],
    );
    return rows.map(({ seq, bytes }) => [seq, bytes]);
  }

  async rightsOf(roomId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; may: string }>(
      'SELECT user_id AS id, may FROM paper_people WHERE paper_id = $1 AND user_id = ANY ($2)',
      [roomId, userIds],
    );
    return new Map(rows.map(({ id, may }) => [id, may]));
  }

  lost(): AppError {
    return new Forbidden();
  }

  /** Stores a line under the lock of its paper, and sends it to all once it is committed. */
  async write(id: string, bytes: Buffer): Promise<void> {
    const [{ seq }] = await this.db.query<{ seq: number }>(
      `WITH paper AS (UPDATE papers SET last_line = last_line + 1 WHERE id = $1 RETURNING last_line)
       INSERT INTO paper_lines SELECT $1, last_line, $2 FROM paper RETURNING seq`,
      [id, bytes],
    );
    this.open.publish(id, 'lines', [[seq, bytes]]);
  }
}

@Gateway({
  path: '/test/papers/:room',
  frames: 'binary',
  subProtocols: ['paper.v1'],
  limits: { rateGroup: 'chat' },
  quotas: { perRoom: 3 },
})
class PaperGateway implements OnGatewayConnection<Connection> {
  constructor(private readonly papers: Papers) {}

  @Require()
  handleConnection(connection: Connection): void {
    connection.hold(this.open(connection));
  }

  /** A frame that begins with `~` goes to all and is not kept. */
  @SubscribeMessage(BINARY)
  @Require()
  write(@ConnectedSocket() { opening }: Connection, @MessageBody() bytes: Buffer): void | Promise<void> {
    if (bytes[0] === 0x7e) return this.papers.open.signal(opening.params.room, bytes);
    return this.papers.write(opening.params.room, bytes);
  }

  private async open(connection: Connection): Promise<void> {
    try {
      const { params, query } = connection.opening;
      const [room] = await this.papers.states([params.room]);
      const { userId } = connection.principal;
      const right = (await this.papers.rightsOf(params.room, [userId])).get(userId);
      if (right === undefined) throw new Forbidden();
      const lines = query.after === undefined ? null : Number(query.after);
      await this.papers.open.join(connection, room, { after: { lines }, right });
    } catch (error) {
      connection.end(error);
    }
  }
}

@Module({ providers: [PaperGateway, Papers] })
class PapersModule {}

describe.each(['true', 'false'])('rooms, FAST_PATHS %s', (FAST_PATHS) => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  let bob: Person;
  let papers = 0;
  const clients: SocketClient[] = [];

  beforeAll(async () => {
    one = await startWith(PapersModule, { FAST_PATHS });
    two = await startWith(PapersModule, one.env);
    [ada, bob] = [await one.make.person(), await one.make.person()];
  });
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const paperFor = async (...people: Person[]): Promise<string> => {
    const id = `00000000-0000-4000-8000-${String(++papers).padStart(12, '0')}`;
    await one.db.query('INSERT INTO papers (id) VALUES ($1)', [id]);
    for (const { user } of people)
      await one.db.query(`INSERT INTO paper_people VALUES ($1, $2, 'write')`, [id, user.id]);
    return id;
  };
  const enter = async (t: TestApp, paper: string, person: Person, query?: string): Promise<SocketClient> => {
    const client = await SocketClient.open(t, `/test/papers/${paper}`, person.accessToken, {
      query,
      offers: ['paper.v1'],
    });
    clients.push(client);
    return client;
  };
  /** Waits until it has joined, or was closed. */
  const isIn = async (client: SocketClient): Promise<void> => {
    client.send(Buffer.from('~here'));
    await until(() => client.closed !== null || client.words.includes('~here'));
  };
  const joined = ({ user }: Person): string => `joined ${user.id}`;
  const left = ({ user }: Person): string => `left ${user.id}`;
  /** Without what it was told of people. */
  const linesOf = ({ words }: SocketClient): string[] => words.filter((word) => !/^(joined|left) /.test(word));

  it('carry bytes to all sockets of all instances, in one order', async () => {
    const paper = await paperFor(ada, bob);
    const [a, b] = [await enter(one, paper, ada), await enter(two, paper, bob)];
    expect([a.socket.protocol, b.socket.protocol]).toEqual(['paper.v1', 'paper.v1']);
    const bytes = Buffer.from([0, 255, 254, 128, 13]);
    a.send(bytes);
    await until(() => b.heard.some((frame) => bytes.equals(frame as Buffer)));
    for (let n = 0; n < 50; n++) (n % 2 ? a : b).send(Buffer.from(`line ${n}`));
    await until(() => [a, b].every((client) => linesOf(client).length === 51));
    expect(linesOf(a)).toEqual(linesOf(b));
    expect(linesOf(a).filter((line) => line.startsWith('line')).length).toBe(50);
    // One without a number, which nobody finds later.
    b.send(Buffer.from('~cursor'));
    await Promise.all([a.hears('~cursor'), b.hears('~cursor')]);
    const late = await enter(two, paper, ada, 'after=0');
    await until(() => linesOf(late).length === 51);
    expect(linesOf(late)).toEqual(linesOf(a).filter((line) => line !== '~cursor'));
  });

  it('let a client go on after the number that it has, or give it the newest', async () => {
    const paper = await paperFor(ada, bob);
    const writer = one.app.get(Papers);
    for (let n = 1; n <= 450; n++) await writer.write(paper, Buffer.from(`line ${n}`));
    const from = async (query?: string) => {
      const client = await enter(two, paper, bob, query);
      await isIn(client);
      await client.close();
      return linesOf(client).filter((line) => line !== '~here');
    };
    expect(await from('after=3')).toEqual(Array.from({ length: 447 }, (_, n) => `line ${n + 4}`)); // three pages
    expect(await from('after=450')).toEqual([]);
    expect(await from()).toEqual(['line 449', 'line 450']);
  });

  it('find in Postgres what the bus has lost, and pass over what is gone', async () => {
    const paper = await paperFor(ada, bob);
    const [a, b] = [await enter(one, paper, ada), await enter(two, paper, bob)];
    a.send(Buffer.from('told'));
    await b.hears('told');
    const silent = jest.spyOn(one.app.get(Redis), 'ready', 'get').mockReturnValue(false); // nothing is published
    a.send(Buffer.from('lost'));
    await b.hears('lost');
    // Numbers that were given, and whose lines are gone again.
    await one.db.query('UPDATE papers SET last_line = last_line + 3 WHERE id = $1', [paper]);
    silent.mockRestore();
    a.send(Buffer.from('after the gap'));
    await Promise.all([a.hears('after the gap'), b.hears('after the gap')]);
    expect(linesOf(b)).toEqual(['told', 'lost', 'after the gap']);
    expect(linesOf(a)).toEqual(linesOf(b));
  });

  it('close at their quota, and take one more when one has left', async () => {
    const paper = await paperFor(ada, bob);
    const first = [await enter(one, paper, ada), await enter(one, paper, ada), await enter(one, paper, bob)];
    await Promise.all(first.map(isIn));
    const fourth = await enter(one, paper, bob);
    fourth.send(Buffer.from('unheard'));
    expect(await fourth.isClosed()).toEqual({ code: 1013, reason: 'too_many_sockets' });
    await first[0].close();
    await until(async () => {
      const again = await enter(one, paper, ada);
      await isIn(again);
      return again.closed === null;
    });
    expect(first[1].words).not.toContain('unheard');
  });

  it('close to whoever has lost them, and let whoever has other rights come back', async () => {
    const paper = await paperFor(ada, bob);
    const [a, b] = [await enter(one, paper, ada), await enter(two, paper, bob)];
    await Promise.all([a, b].map((client) => client.hears(joined(bob))));
    await one.db.query(`DELETE FROM paper_people WHERE paper_id = $1 AND user_id = $2`, [paper, ada.user.id]);
    await one.db.query(`UPDATE paper_people SET may = 'read' WHERE paper_id = $1 AND user_id = $2`, [
      paper,
      bob.user.id,
    ]);
    await one.db.query('UPDATE papers SET access_version = access_version + 1 WHERE id = $1', [paper]);
    expect(await a.isClosed()).toEqual({ code: 1008, reason: 'forbidden' });
    expect(await b.isClosed()).toEqual({ code: 1012, reason: 'rights_changed' });
  });

  it('tell who comes and leaves, once for all of a person’s sockets', async () => {
    const paper = await paperFor(ada, bob);
    const a = await enter(one, paper, ada);
    await a.hears(joined(ada));
    const tabs = [await enter(one, paper, bob), await enter(two, paper, bob)];
    await a.hears(joined(bob));
    const here = () => two.app.get(Papers).open.present(paper);
    await until(async () => (await here()).length === 2);
    await tabs[0].close();
    expect(a.words).not.toContain(left(bob));
    await tabs[1].close();
    await a.hears(left(bob));
    expect(a.words).toEqual([joined(ada), joined(bob), left(bob)]);
    expect(await here()).toEqual([ada.user.id]);
  });

  it('are left by the people of an instance whose lease has ended', async () => {
    const paper = await paperFor(ada, bob);
    const a = await enter(one, paper, ada);
    await enter(two, paper, bob);
    await a.hears(joined(bob));
    const [{ id }] = await one.db.query<{ id: string }>(
      'SELECT holders[1] AS id FROM paper_presences WHERE room_id = $1 AND user_id = $2',
      [paper, bob.user.id],
    );
    // The second instance stands still: it extends no lease, and vouches for nobody anew.
    const execute = two.db.execute.bind(two.db);
    jest.spyOn(two.db, 'execute').mockImplementation((...args) => {
      const { name } = args[0] as { name?: string };
      return name === 'paper.extend-lease' ? Promise.reject(new Error('stands still')) : execute(...args);
    });
    // Nobody judges who has not lived for a whole lease: the clock of leases goes on by itself.
    const nowMs = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => nowMs() + 11_000);
    await one.db.query(`UPDATE paper_instances SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    await a.hears(left(bob));
    expect(await one.app.get(Papers).open.present(paper)).toEqual([ada.user.id]);
    jest.restoreAllMocks();
    // It lives again, and says again whom it holds.
    await until(() => a.words.filter((word) => word === joined(bob)).length === 2);
  });
});
