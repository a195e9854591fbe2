import { Places } from './places';

describe('places', () => {
  it('are given as far as they go', () => {
    const places = new Places(3);
    expect([places.take(2), places.take(5), places.take(1)]).toEqual([2, 1, 0]);
    places.leave();
    expect(places.take(4)).toBe(1);
  });

  it('are waited for until one is left, by all who wait', async () => {
    const places = new Places(1);
    await places.room();
    places.take(1);
    const seen: string[] = [];
    const all = ['one', 'other'].map((name) => places.room().then(() => seen.push(name)));
    await Promise.resolve();
    expect(seen).toEqual([]);
    places.leave();
    await Promise.all(all);
    expect(seen).toEqual(['one', 'other']);
  });
});
