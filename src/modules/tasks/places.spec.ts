import { Places } from './places';

describe('places', () => {
  it('let in as many as there are, the next when one leaves, in order', async () => {
    const places = new Places(2);
    const order: number[] = [];
    const all = [1, 2, 3, 4].map((n) => places.take().then(() => order.push(n)));
    await Promise.all(all.slice(0, 2));
    expect(order).toEqual([1, 2]);
    places.leave();
    await all[2];
    places.leave();
    await all[3];
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('are waited for no longer than one has patience, and then left to others', async () => {
    const places = new Places(1);
    await places.take();
    expect(await places.take(1)).toBe(false);
    places.leave();
    await places.room();
    expect(await places.take(1)).toBe(true);
  });
});
