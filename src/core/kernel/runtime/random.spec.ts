import { demoId, SeededRandom } from './random';

function draw<T>(times: number, once: () => T): T[] {
  return Array.from({ length: times }, once);
}

describe('SeededRandom', () => {
  it('repeats its sequence for the same seed', () => {
    const first = new SeededRandom('shop');
    const second = new SeededRandom('shop');
    expect(draw(50, () => first.next())).toEqual(draw(50, () => second.next()));
  });

  it('gives unrelated sequences for different seeds', () => {
    const first = new SeededRandom(1);
    const second = new SeededRandom(2);
    expect(draw(5, () => first.next())).not.toEqual(draw(5, () => second.next()));
  });

  it('stays from 0 to below 1 and spreads evenly', () => {
    const random = new SeededRandom('spread');
    const numbers = draw(10_000, () => random.next());
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, value) => sum + value, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });

  it('int reaches both ends and nothing beyond', () => {
    const random = new SeededRandom('int');
    const seen = new Set(draw(500, () => random.int(-1, 3)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3]);
    expect(random.int(7, 7)).toBe(7);
  });

  it('pick reaches every element and refuses an empty list', () => {
    const random = new SeededRandom('pick');
    expect(new Set(draw(200, () => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('weighted follows the weights and never takes a weight of zero', () => {
    const random = new SeededRandom('weighted');
    const drawn = draw(4_000, () =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(drawn.filter((value) => value === 'often').length / drawn.length).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
    expect(() => random.weighted([['never', 0]])).toThrow(RangeError);
  });

  it('shuffle keeps the elements and leaves the list alone', () => {
    const list = draw(20, () => 0).map((_, index) => index);
    const shuffled = new SeededRandom('shuffle').shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(list[0]).toBe(0);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
  });
});

describe('demoId', () => {
  it('is a valid UUID v7 from January 2026', () => {
    for (let n = 0; n < 300; n++) {
      const id = demoId('product', n);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const madeAt = new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();
      expect(madeAt).toBe('2026-01-05T08:00:00.000Z');
    }
  });

  it('never changes, so that seeding twice finds the same rows', () => {
    expect(demoId('product', 1)).toBe('019b8d2b-8c00-7135-ad91-b4895756c721');
  });

  it('differs by kind and by number', () => {
    const ids = ['user', 'product', 'category'].flatMap((kind) => draw(1_000, () => 0).map((_, n) => demoId(kind, n)));
    expect(new Set(ids).size).toBe(3_000);
  });
});
