import { Breaker, BreakerChange, BreakerPolicy, CircuitOpen, DEFAULT_POLICY, Permit, PROBE_MS } from './breaker';

/** Breakers of several instances that hear of each other at once and share the claim to a probe, on a clock of ours. */
class World {
  nowMs = 1000;
  readonly told: BreakerChange[] = [];
  readonly breakers: Breaker[] = [];
  private prober: object | null = null;

  constructor(
    private readonly policy: Partial<BreakerPolicy> = {},
    private readonly claims: 'at once' | 'later' = 'at once',
  ) {}

  instance(): Breaker {
    const me = {};
    const breaker: Breaker = new Breaker(
      'billing',
      { ...DEFAULT_POLICY, ...this.policy },
      {
        tell: (change) => {
          this.told.push(change);
          for (const other of this.breakers) if (other !== breaker) other.follow(change);
        },
        claimProbe: () => {
          const isMine = this.prober === null;
          if (isMine) this.prober = me;
          return this.claims === 'later' ? Promise.resolve(isMine) : isMine;
        },
        releaseProbe: () => void (this.prober = this.prober === me ? null : this.prober),
      },
      () => this.nowMs,
    );
    this.breakers.push(breaker);
    return breaker;
  }
}

const admitted = async (breaker: Breaker): Promise<Permit> => breaker.admit();
const fail = async (breaker: Breaker, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) (await admitted(breaker)).failed('500');
};
/** How many of so many callers at once are let through; their permits. */
const storm = async (breaker: Breaker, callers: number): Promise<Permit[]> => {
  const found = await Promise.allSettled(Array.from({ length: callers }, () => admitted(breaker)));
  return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
};

describe('Breaker', () => {
  it('opens after five failures in a row and refuses at once, telling when to come back', async () => {
    const breaker = new World().instance();
    await fail(breaker, 4);
    expect(breaker.status).toMatchObject({ state: 'closed', failures: 4 });
    await fail(breaker, 1);
    expect(breaker.status).toMatchObject({ state: 'open', reason: '500', retryInMs: 5000 });
    expect(() => breaker.admit()).toThrow(CircuitOpen);
    await expect(admitted(breaker)).rejects.toMatchObject({ status: 503, retryAfterS: 5, code: 'unavailable' });
  });

  it('counts anew after a success, and 4xx are successes to it', async () => {
    const breaker = new World().instance();
    for (let round = 0; round < 3; round++) {
      await fail(breaker, 4);
      await expect(breaker.run(() => Promise.reject(new Error('404')), () => false)).rejects.toThrow('404'); // prettier-ignore
    }
    expect(breaker.status.state).toBe('closed');
  });

  it('opens when half of twenty calls within ten seconds fail, not when they are spread over longer', async () => {
    const world = new World();
    const breaker = world.instance();
    for (let n = 0; n < 19; n++) {
      if (n % 2) (await admitted(breaker)).succeeded();
      else (await admitted(breaker)).failed('cut');
    }
    expect(breaker.status.state).toBe('closed');
    await fail(breaker, 1);
    expect(breaker.status.state).toBe('open');

    const slow = world.instance();
    for (let n = 0; n < 40; n++) {
      world.nowMs += 1000;
      if (n % 2) (await admitted(slow)).succeeded();
      else (await admitted(slow)).failed('cut');
    }
    expect(slow.status.state).toBe('closed');
  });

  it('opens on slowness', async () => {
    const breaker = new World({ slowMs: 100, least: 6 }).instance();
    for (let n = 0; n < 5; n++) (await admitted(breaker)).succeeded(n % 2 ? 5 : 101);
    expect(breaker.status.state).toBe('closed');
    (await admitted(breaker)).succeeded(500);
    expect(breaker.status).toMatchObject({ state: 'open', reason: 'slow' });
  });

  it.each(['at once', 'later'] as const)(
    'lets exactly one of 500 callers through when half open, whoever is asked %s, and closes by it',
    async (claims) => {
      const world = new World({}, claims);
      const breaker = world.instance();
      await fail(breaker, 5);
      world.nowMs += 4999;
      expect(await storm(breaker, 500)).toHaveLength(0);
      world.nowMs += 1;
      const probes = await storm(breaker, 500);
      expect([probes.length, breaker.status.state]).toEqual([1, 'half_open']);
      probes[0].succeeded();
      expect(breaker.status.state).toBe('closed');
      expect(await storm(breaker, 500)).toHaveLength(500);
    },
  );

  it('stays open twice as long after each probe that fails, up to the most', async () => {
    const world = new World({ openMs: 1000, maxOpenMs: 3000 });
    const breaker = world.instance();
    await fail(breaker, 5);
    for (const next of [2000, 3000, 3000]) {
      world.nowMs += breaker.retryInMs;
      (await admitted(breaker)).failed('hangs');
      expect(breaker.retryInMs).toBe(next);
    }
    world.nowMs += 3000;
    (await admitted(breaker)).succeeded();
    await fail(breaker, 5);
    expect(breaker.retryInMs).toBe(1000);
  });

  it('lets another probe through after one that was given up, or was never heard of again', async () => {
    const world = new World();
    const breaker = world.instance();
    await fail(breaker, 5);
    world.nowMs += 5000;
    (await admitted(breaker)).dropped();
    expect(breaker.status.state).toBe('open');
    const [lost] = await storm(breaker, 2);
    expect(breaker.status.state).toBe('half_open');
    world.nowMs += PROBE_MS;
    world.breakers.length = 0;
    lost.dropped();
    (await admitted(breaker)).succeeded();
    expect(breaker.status.state).toBe('closed');
  });

  it('believes nothing that was let through before its state changed, and nothing twice', async () => {
    const world = new World();
    const breaker = world.instance();
    const [late, twice] = [await admitted(breaker), await admitted(breaker)];
    twice.failed('500');
    twice.failed('500');
    expect(breaker.status.failures).toBe(1);
    await fail(breaker, 4);
    late.succeeded();
    expect(breaker.status.state).toBe('open');
  });

  it.each(['at once', 'later'] as const)(
    'is the same on all instances, with one probe among them (%s)',
    async (claims) => {
      const world = new World({}, claims);
      const [one, other] = [world.instance(), world.instance()];
      await fail(one, 5);
      expect(other.status).toMatchObject({ state: 'open', retryInMs: 5000, reason: '500' });
      world.nowMs += 5000;
      const probes = [...(await storm(one, 100)), ...(await storm(other, 100))];
      expect(probes).toHaveLength(1);
      probes[0].succeeded();
      expect([one.status.state, other.status.state]).toEqual(['closed', 'closed']);
      expect(world.told.map(({ state }) => state)).toEqual(['open', 'closed']);
    },
  );

  it('runs calls, and names no more of an error than its code', async () => {
    const breaker = new World({ failures: 1 }).instance();
    expect(await breaker.run(() => Promise.resolve('yes'))).toBe('yes');
    const error = Object.assign(new Error('password hunter2'), { code: 'ECONNREFUSED' });
    await expect(breaker.run(() => Promise.reject(error))).rejects.toBe(error);
    expect(breaker.status.reason).toBe('ECONNREFUSED');
    let called = false;
    await expect(breaker.run(() => Promise.resolve((called = true)))).rejects.toThrow(CircuitOpen);
    expect(called).toBe(false);
  });
});
