import type { Connection } from '../connection';
import { FrameWays, Outgoing } from '../frame-ways';
import { RoomFeed } from './room-feed';
import type { Numbered } from './room-kind';

/** A socket that keeps the contents of the frames it is sent, and how many writes they took. */
function listenerAt(number: number) {
  const said: string[] = [];
  let writes = 0;
  const write = ({ contents }: Outgoing): void => {
    writes += 1;
    said.push(...contents.map(String));
  };
  const listener = { connection: { write } as unknown as Connection, userId: 'x', right: '', at: [number] };
  return { listener, said, writes: () => writes };
}

const numbered = (from: number, to: number, size = 1): [number, string][] =>
  Array.from({ length: to - from + 1 }, (_, n) => [from + n, `${from + n}`.padEnd(size)]);
/** @param stored what is found in Postgres */
const feedAt = (last: number, stored: readonly Numbered[] = []) =>
  new RoomFeed(
    { id: 'room', accessVersion: 0, last: { messages: last } },
    ['messages'],
    new FrameWays().current,
    (_, after, limit) => Promise.resolve(stored.filter(([number]) => number > after).slice(0, limit)),
  );

describe('RoomFeed', () => {
  it('sends what comes together in one write, to each from where it is', () => {
    const feed = feedAt(10);
    const [level, ahead] = [listenerAt(10), listenerAt(12)];
    for (const { listener } of [level, ahead]) feed.listeners.add(listener);
    feed.streams[0].take(numbered(11, 14));
    expect(level.said).toEqual(['11', '12', '13', '14']);
    expect(ahead.said).toEqual(['13', '14']);
    expect([level.writes(), level.listener.at, ahead.listener.at]).toEqual([1, [14], [14]]);
    feed.streams[0].take(numbered(13, 15));
    expect([level.said.at(-1), level.said.length, level.writes()]).toEqual(['15', 5, 2]);
  });

  it('puts what came too early behind what was missing', () => {
    const feed = feedAt(0);
    const { listener, said } = listenerAt(0);
    feed.listeners.add(listener);
    feed.streams[0].take(numbered(2, 3));
    expect(said).toEqual([]);
    feed.streams[0].take(numbered(1, 1));
    expect(said).toEqual(['1', '2', '3']);
    feed.close();
  });

  it('writes no more at once than a reader may leave unread', () => {
    const feed = feedAt(0);
    const { listener, said, writes } = listenerAt(0);
    feed.listeners.add(listener);
    feed.streams[0].take(numbered(1, 100, 4000));
    expect(said.map(Number)).toEqual(numbered(1, 100).map(([n]) => n));
    expect(writes()).toBe(6); // 17 to 64 KiB
  });

  describe('with Postgres', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());
    const patience = () => jest.advanceTimersByTimeAsync(25);

    it('reads what is missing, in pages, and then sends what came too early', async () => {
      const feed = feedAt(0, numbered(1, 450));
      const { listener, said } = listenerAt(0);
      feed.listeners.add(listener);
      feed.streams[0].take(numbered(451, 451));
      await patience();
      expect(said.map(Number)).toEqual(numbered(1, 451).map(([n]) => n));
    });

    it('passes over what Postgres had and has no more, and reads it once only', async () => {
      const feed = feedAt(2, numbered(3, 4));
      const { listener, said } = listenerAt(2);
      feed.listeners.add(listener);
      feed.streams[0].compare(6); // 5 and 6 are gone
      await patience();
      expect([said, feed.streams[0].last]).toEqual([['3', '4'], 6]);
      feed.streams[0].compare(6);
      expect(jest.getTimerCount()).toBe(0);
      feed.streams[0].take(numbered(7, 7));
      expect(said).toEqual(['3', '4', '7']);
    });
  });
});
