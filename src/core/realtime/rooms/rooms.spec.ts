import type { Database } from '../../data/database';
import type { Bus } from '../../data/redis';
import { Forbidden } from '../../kernel/errors';
import type { Connection } from '../connection';
import type { Poller } from '../../data/polling';
import { FrameWays, Outgoing } from '../frame-ways';
import type { Frame } from '../gateway-options';
import type { Numbered, RoomKind } from './room-kind';
import { Rooms } from './rooms';

/** One room whose module has stored these frames. @param given up to which numbers of messages were given; later ones may be gone */
function roomWith(stored: Record<string, Numbered[]>, given = 0) {
  let whileReading = (_stream: string): void => undefined;
  const reads: string[] = [];
  const newestOf = (stream: string): number => stored[stream].at(-1)?.[0] ?? 0;
  const state = () => ({
    id: 'r',
    accessVersion: 0,
    last: { changes: newestOf('changes'), messages: Math.max(given, newestOf('messages')) },
  });
  const kind: RoomKind = {
    name: 'test',
    streams: { changes: { newest: 0 }, messages: { newest: 2 } },
    states: () => Promise.resolve([state()]),
    read: async (_, stream, after, limit) => {
      reads.push(`${stream} after ${after}`);
      if (reads.length > 20) throw new Error('It reads for ever');
      const found = stored[stream].filter(([number]) => number > after).slice(0, limit);
      await Promise.resolve();
      whileReading(stream);
      return found;
    },
    rightsOf: () => Promise.resolve(new Map()),
    lost: () => new Forbidden(),
  };
  const bus = { subscribe: () => undefined, publish: () => Promise.resolve() } as unknown as Bus;
  const rooms = new Rooms(kind, {} as Database, bus, {} as Poller, new FrameWays());
  const sent: string[] = [];
  const connection = {
    isOpen: true,
    gateway: {},
    principal: { userId: 'ada' },
    onClose: () => undefined,
    sendAll: (frames: Frame[]) => Promise.resolve(void sent.push(...frames.map(String))),
    write: ({ contents }: Outgoing) => sent.push(...contents.map(String)),
  } as unknown as Connection;
  return {
    sent,
    reads,
    publish: (stream: string, frame: Numbered) => {
      stored[stream].push(frame);
      rooms.publish('r', stream, [frame]);
    },
    whileReading: (work: typeof whileReading) => (whileReading = work),
    join: (after?: Record<string, number | null>) => rooms.join(connection, state(), { after, right: '' }),
  };
}

const numbered = (...numbers: number[]): Numbered[] => numbers.map((n) => [n, `m${n}`]);

describe('Rooms', () => {
  it('gives the newest to a client that has none, and what it lacks to one that has some, stream by stream', async () => {
    const fresh = roomWith({ changes: [[1, 'c1']], messages: numbered(1, 2, 3, 4) });
    await fresh.join();
    expect(fresh.sent).toEqual(['m3', 'm4']);
    const back = roomWith({ changes: [[1, 'c1']], messages: numbered(1, 2, 3, 4) });
    await back.join({ messages: 1, changes: 0 });
    expect(back.sent).toEqual(['c1', 'm2', 'm3', 'm4']);
  });

  it('reads nothing for a client that has everything', async () => {
    const room = roomWith({ changes: [[1, 'c1']], messages: numbered(1, 2) });
    await room.join({ messages: 2, changes: 1 });
    expect(room.reads).toEqual([]);
    room.publish('messages', [3, 'm3']);
    expect(room.sent).toEqual(['m3']);
  });

  it('misses nothing of any stream that comes while it reads another', async () => {
    const room = roomWith({ changes: [], messages: numbered(1, 2) });
    let comes = true;
    room.whileReading((stream) => {
      if (!comes || stream !== 'messages') return;
      comes = false;
      room.publish('messages', [3, 'm3']);
      room.publish('changes', [1, 'c1']);
    });
    await room.join();
    expect(room.sent).toEqual(['m1', 'm2', 'c1', 'm3']);
    room.publish('changes', [2, 'c2']);
    expect(room.sent.slice(4)).toEqual(['c2']);
  });

  it('does not wait for frames that are gone', async () => {
    const room = roomWith({ changes: [], messages: numbered(1, 2) }, 5);
    await room.join({ messages: 1 });
    expect([room.reads, room.sent]).toEqual([['messages after 1'], ['m2']]);
    room.publish('messages', [6, 'm6']);
    expect(room.sent).toEqual(['m2', 'm6']);
  });
});
