import { Conditions } from './conditions';

describe('conditions', () => {
  it('make a statement whose name tells which of them are there, and number the values through', () => {
    const list = (status?: string, after?: string) => {
      const query = new Conditions().always('deleted_at IS NULL');
      query.andIf('status', 'status = ?::text', status).andIf('after', '(rank, id) < (?::int, 7)', after);
      const limit = query.bind(21, 'int');
      return query.statement('test.conditions', `SELECT 1 WHERE ${query.where} LIMIT ${limit}`);
    };
    expect(list()).toEqual({
      name: 'test.conditions',
      text: 'SELECT 1 WHERE deleted_at IS NULL LIMIT $1::int',
      values: [21],
    });
    expect(list('open', '3')).toEqual({
      name: 'test.conditions status after',
      text: 'SELECT 1 WHERE deleted_at IS NULL AND status = $1::text AND (rank, id) < ($2::int, 7) LIMIT $3::int',
      values: ['open', '3', 21],
    });
  });

  it('take false and 0 for values, null and undefined for none', () => {
    const query = new Conditions().andIf('a', 'a = ?', false).andIf('b', 'b = ?', 0).andIf('c', 'c = ?', null);
    expect([query.where, query.shape]).toEqual(['a = $1 AND b = $2', 'a b']);
    expect(new Conditions().where).toBe('true');
  });

  it('refuse a value without a place', () => {
    expect(() => new Conditions().and('a', 'a = 1', 2)).toThrow('no place');
  });

  it('names a statement of many words by what they are together', () => {
    const words = Array.from({ length: 12 }, (_, n) => `condition${n}`);
    const named = (given: string[]): string =>
      given.reduce((query, word) => query.and(word, 'true'), new Conditions()).statement('things.page', given.join())
        .name;
    expect(named(words).length).toBeLessThan(64);
    expect(named(words)).not.toBe(named(words.slice(1)));
  });
});
