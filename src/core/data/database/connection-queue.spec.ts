import { ConnectionQueue } from './connection-queue';

const PATIENCE_MS = 60;

/** What becomes of a promise, by name. */
function watched(turn: void | Promise<void>): { state: string } {
  const seen = { state: turn ? 'waits' : 'in' };
  void turn?.then(
    () => (seen.state = 'in'),
    (error: { code: string }) => (seen.state = error.code),
  );
  return seen;
}

describe('ConnectionQueue', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('let in as many as there is room for, then one for each who leaves, in order', async () => {
    const turns = new ConnectionQueue(2, 10_000);
    const all = Array.from({ length: 5 }, () => watched(turns.enter()));
    expect(all.map(({ state }) => state)).toEqual(['in', 'in', 'waits', 'waits', 'waits']);
    turns.leave(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(all.map(({ state }) => state)).toEqual(['in', 'in', 'in', 'waits', 'waits']);
    for (let n = 0; n < 4; n++) turns.leave(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(turns.waiting).toBe(0);
    expect(watched(turns.enter()).state).toBe('in');
  });

  it('are waited for as long as somebody gets on, and no longer', async () => {
    const turns = new ConnectionQueue(1, PATIENCE_MS);
    void turns.enter();
    const [second, third, fourth] = Array.from({ length: 3 }, () => watched(turns.enter()));
    await jest.advanceTimersByTimeAsync(PATIENCE_MS / 2);
    turns.leave(true);
    await jest.advanceTimersByTimeAsync(PATIENCE_MS * 3);
    expect([second.state, third.state, fourth.state]).toEqual(['in', 'unavailable', 'unavailable']);
    const fifth = watched(turns.enter());
    turns.leave(false);
    await jest.advanceTimersByTimeAsync(0);
    expect(fifth.state).toBe('in');
  });
});
