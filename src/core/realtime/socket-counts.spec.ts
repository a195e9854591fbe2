import { SocketCounts } from './socket-counts';

describe('SocketCounts', () => {
  it('admits up to the quota of a person, and again once one has closed', () => {
    const counts = new SocketCounts();
    const gateway = { path: '/a', quotas: { perPerson: 2 } };
    const first = counts.add('/a', 'ada');
    expect(counts.admits(gateway, 'ada')).toBe(true);
    counts.add('/a', 'ada');
    expect([counts.admits(gateway, 'ada'), counts.admits(gateway, 'bob')]).toEqual([false, true]);
    first();
    expect(counts.admits(gateway, 'ada')).toBe(true);
  });

  it('admits up to the quota of the process, each gateway by itself', () => {
    const counts = new SocketCounts();
    const quotas = { perInstance: 2 };
    counts.add('/a', 'ada');
    counts.add('/a', 'bob');
    expect(counts.admits({ path: '/a', quotas }, 'cleo')).toBe(false);
    expect(counts.admits({ path: '/b', quotas }, 'cleo')).toBe(true);
  });

  it('admits any number where there is no quota', () => {
    const counts = new SocketCounts();
    for (let n = 0; n < 100; n++) counts.add('/a', 'ada');
    expect(counts.admits({ path: '/a' }, 'ada')).toBe(true);
  });
});
