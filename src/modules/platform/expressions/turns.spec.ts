import { Turns } from './turns';

const anybody = (): boolean => true;

describe('turns', () => {
  it('go round the owners, whoever has most waiting', () => {
    const turns = new Turns<string>();
    for (const item of ['a1', 'a2', 'a3']) turns.add('a', item);
    turns.add('b', 'b1');
    turns.add('c', 'c1');
    const taken = Array.from({ length: 6 }, () => turns.take(anybody));
    expect(taken).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', undefined]);
  });

  it('pass over an owner who may not have one now, and keep the place', () => {
    const turns = new Turns<string>();
    turns.add('a', 'a1');
    turns.add('b', 'b1');
    expect(turns.take((owner) => owner !== 'a')).toBe('b1');
    expect(turns.take((owner) => owner !== 'a')).toBeUndefined();
    expect(turns.take(anybody)).toBe('a1');
  });

  it('lose what is taken out, and say whether it was there', () => {
    const turns = new Turns<string>();
    turns.add('a', 'a1');
    turns.add('a', 'a2');
    expect(turns.remove('a', 'a1')).toBe(true);
    expect(turns.remove('a', 'a1')).toBe(false);
    expect(turns.take(anybody)).toBe('a2');
    expect(turns.owners).toBe(0);
  });
});
