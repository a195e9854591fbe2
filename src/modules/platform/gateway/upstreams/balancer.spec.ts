import { Balance, Balancer } from './balancer';
import { RetryBudget } from './retry-budget';

const target = (name: string, weight = 1, pending = 0, warmth = 1) => ({ name, weight, pending, warmth });
const turns = (balance: Balance, targets: ReturnType<typeof target>[], times: number): string => {
  const balancer = new Balancer<ReturnType<typeof target>>(balance);
  return Array.from({ length: times }, () => balancer.pick(targets).name).join('');
};

describe('Balancer', () => {
  it('takes targets in turn, whatever their weight', () => {
    expect(turns('round_robin', [target('a', 5), target('b'), target('c')], 7)).toBe('abcabca');
  });

  it('mixes weights smoothly', () => {
    expect(turns('weighted', [target('a', 5), target('b'), target('c')], 7)).toBe('aabacaa');
  });

  it('gives one that starts slowly a part of its share', () => {
    const found = turns('round_robin', [target('a'), target('b', 1, 0, 0.1)], 110);
    expect(found.split('').filter((name) => name === 'b')).toHaveLength(10);
  });

  it('asks who has least to do for its weight, and equals in turn', () => {
    expect(turns('least_pending', [target('a', 1, 3), target('b', 1, 1), target('c', 4, 6)], 3)).toBe('ccc');
    expect(turns('least_pending', [target('a'), target('b')], 4)).toBe('abab');
  });
});

describe('RetryBudget', () => {
  it('lets a share of the calls be tried again, and a few at any rate', () => {
    const budget = new RetryBudget(0.2, () => 0);
    for (let n = 0; n < 100; n++) budget.call();
    expect(Array.from({ length: 100 }, () => budget.take()).filter(Boolean)).toHaveLength(20);
    const idle = new RetryBudget(0.2, () => 0);
    expect(Array.from({ length: 10 }, () => idle.take()).filter(Boolean)).toHaveLength(3);
    expect(new RetryBudget(0, () => 0).take()).toBe(false);
  });
});
