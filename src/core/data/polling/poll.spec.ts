import { combined } from './poll';

const poll = (name: string, select: string) => ({ poll: { name, select }, values: [] });

describe('combined polls', () => {
  it('number the parameters of all through, also those used twice', () => {
    const { text, values } = combined([
      { ...poll('a.b', 'SELECT $1::int AS x, $2::int AS y WHERE $1 > 0'), values: [1, 2] },
      poll('c.d', 'SELECT 1 AS z'),
      { ...poll('e.f', 'SELECT $1::text AS t'), values: ['three'] },
    ]);
    expect(values).toEqual([1, 2, 'three']);
    expect(text).toContain('SELECT $1::int AS x, $2::int AS y WHERE $1 > 0');
    expect(text).toContain('SELECT $3::text AS t');
  });

  it('have one name for one text, whatever is asked, and names that Postgres does not cut', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ ...poll(`poll.${n}`, 'SELECT $1::int AS n'), values: [n] }));
    const { name } = combined(many);
    expect(name.length).toBeLessThan(64);
    expect(combined(many.map((one) => ({ ...one, values: [7] }))).name).toBe(name);
    expect(combined(many.slice(1)).name).not.toBe(name);
  });
});
