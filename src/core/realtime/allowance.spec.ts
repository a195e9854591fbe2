import { Allowance } from './allowance';

describe('Allowance', () => {
  it('lets a second’s worth pass at once, and then as much as comes back', () => {
    const allowance = new Allowance(10, 0);
    expect(Array.from({ length: 12 }, () => allowance.take(1, 0))).toEqual([...Array(10).fill(0), 100, 200]);
    expect(allowance.take(1, 200)).toBe(100);
    expect(allowance.take(1, 1000)).toBe(0);
  });

  it('saves up no more than a second', () => {
    const allowance = new Allowance(1000, 0);
    expect(allowance.take(1000, 60_000)).toBe(0);
    expect(allowance.take(500, 60_000)).toBe(500);
  });

  it('takes one that is more than a second’s worth, and waits for it', () => {
    expect(new Allowance(1000, 0).take(5000, 0)).toBe(4000);
  });
});
