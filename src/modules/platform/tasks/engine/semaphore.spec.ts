import { Semaphore } from './semaphore';

describe('places', () => {
  it('are given as far as they go', () => {
    const places = new Semaphore(3);
    expect([places.tryAcquire(2), places.tryAcquire(5), places.tryAcquire(1)]).toEqual([2, 1, 0]);
    places.release();
    expect(places.tryAcquire(4)).toBe(1);
  });

  it('are waited for until one is left, by all who wait', async () => {
    const places = new Semaphore(1);
    await places.whenFree();
    places.tryAcquire(1);
    const seen: string[] = [];
    const all = ['one', 'other'].map((name) => places.whenFree().then(() => seen.push(name)));
    await Promise.resolve();
    expect(seen).toEqual([]);
    places.release();
    await Promise.all(all);
    expect(seen).toEqual(['one', 'other']);
  });
});
