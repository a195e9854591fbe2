import type { Bus, Topic } from '../../data/redis';
import { RoomBroadcast, RoomUpdate } from './room-broadcast';

/** A bus to one other instance: what it carries goes through JSON. */
function wire(streams: readonly string[]) {
  let topic: Topic<unknown> | null = null;
  let subscriber: (payload: unknown) => void;
  const sent: unknown[] = [];
  const bus = {
    publish: (on: Topic<unknown>, payload: unknown) => {
      topic = on;
      const arrived: unknown = JSON.parse(JSON.stringify(payload));
      sent.push(arrived);
      if (on.accepts(arrived)) subscriber(arrived);
      return Promise.resolve();
    },
    subscribe: (_: unknown, handler: typeof subscriber) => (subscriber = handler),
  };
  const heard: RoomUpdate[] = [];
  const broadcast = new RoomBroadcast('paper', streams, bus as unknown as Bus);
  broadcast.subscribe((update) => heard.push(update));
  return { broadcast, heard, sent, accepts: (payload: unknown) => topic?.accepts(payload) };
}

describe('RoomBroadcast', () => {
  it('carries text as it is, and bytes byte for byte', () => {
    const { broadcast, heard, sent } = wire(['lines']);
    const bytes = Buffer.from([0, 255, 128, 10]);
    broadcast.publish({
      roomId: 'r',
      streams: {
        lines: [
          [1, 'one'],
          [2, bytes],
        ],
      },
      presenceEvent: ['e', 'joined'],
    });
    broadcast.publish({ roomId: 'r', signals: [bytes, 'x'], access: true });
    expect(heard).toMatchObject([
      {
        roomId: 'r',
        streams: {
          lines: [
            [1, 'one'],
            [2, bytes],
          ],
        },
        presenceEvent: ['e', 'joined'],
      },
      { roomId: 'r', signals: [bytes, 'x'], access: true },
    ]);
    expect(sent[0]).toEqual({
      roomId: 'r',
      lines: [
        [1, 'one'],
        [2, { base64: 'AP+ACg==' }],
      ],
      presenceEvent: ['e', 'joined'],
    });
  });

  it('leaves frames of more than a mebibyte to Postgres', () => {
    const { broadcast, heard } = wire(['lines']);
    broadcast.publish({
      roomId: 'r',
      streams: {
        lines: [
          [1, Buffer.alloc(1_048_577)],
          [2, 'two'],
        ],
      },
    });
    expect(heard[0].streams).toEqual({ lines: [[2, 'two']] });
  });

  it('accepts nothing else, and no stream by a name of its own', () => {
    const { broadcast, accepts } = wire(['lines']);
    broadcast.publish({ roomId: 'r' });
    expect(accepts({ roomId: 'r', lines: [[1, 'x']], other: 1 })).toBe(true);
    const bad = [{}, { roomId: 1 }, { roomId: 'r', lines: ['x'] }, { roomId: 'r', lines: [['1', 'x']] }];
    for (const payload of [...bad, { roomId: 'r', lines: [[1, { base64: 1 }]] }, { roomId: 'r', signals: 'x' }]) {
      expect({ payload, accepted: accepts(payload) }).toEqual({ payload, accepted: false });
    }
    expect(() => wire(['access'])).toThrow('access');
  });
});
