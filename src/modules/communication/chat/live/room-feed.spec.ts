import { Connection } from '../../../../core/realtime';
import { RoomFeed } from './room-feed';

/** A socket that keeps the texts of the frames it is sent, and how many writes they took. */
function listenerAt(seq: number) {
  const said: string[] = [];
  let writes = 0;
  const write = (bytes: Buffer): void => {
    writes += 1;
    for (let from = 0; from < bytes.length;) {
      const short = bytes[from + 1];
      const [start, length] = short < 126 ? [from + 2, short] : [from + 4, bytes.readUInt16BE(from + 2)];
      said.push(bytes.toString('utf8', start, start + length));
      from = start + length;
    }
  };
  const listener = { connection: { write } as unknown as Connection, userId: 'x', seq };
  return { listener, said, writes: () => writes };
}

const numbered = (from: number, to: number, size = 1): [number, string][] =>
  Array.from({ length: to - from + 1 }, (_, n) => [from + n, `${from + n}`.padEnd(size)]);
const feedAt = (lastSeq: number) =>
  new RoomFeed(
    'room',
    lastSeq,
    0,
    0,
    () => Promise.resolve([]),
    () => Promise.resolve([]),
  );

describe('RoomFeed', () => {
  it('sends what comes together in one write, to each from where it is', () => {
    const feed = feedAt(10);
    const [level, ahead] = [listenerAt(10), listenerAt(12)];
    for (const { listener } of [level, ahead]) feed.listeners.add(listener);
    feed.take(numbered(11, 14));
    expect(level.said).toEqual(['11', '12', '13', '14']);
    expect(ahead.said).toEqual(['13', '14']);
    expect([level.writes(), level.listener.seq, ahead.listener.seq]).toEqual([1, 14, 14]);
    feed.take(numbered(13, 15));
    expect([level.said.at(-1), level.said.length, level.writes()]).toEqual(['15', 5, 2]);
  });

  it('puts what came too early behind what was missing', () => {
    const feed = feedAt(0);
    const { listener, said } = listenerAt(0);
    feed.listeners.add(listener);
    feed.take(numbered(2, 3));
    expect(said).toEqual([]);
    feed.take(numbered(1, 1));
    expect(said).toEqual(['1', '2', '3']);
    feed.close();
  });

  it('writes no more at once than a reader may leave unread', () => {
    const feed = feedAt(0);
    const { listener, said, writes } = listenerAt(0);
    feed.listeners.add(listener);
    feed.take(numbered(1, 100, 4000));
    expect(said.map(Number)).toEqual(numbered(1, 100).map(([n]) => n));
    expect(writes()).toBe(6); // 17 to 64 KiB
  });
});
