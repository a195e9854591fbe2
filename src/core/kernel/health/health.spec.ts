import { HealthChecks } from './health';

const never = (): Promise<unknown> => new Promise(() => undefined);
const well = (): Promise<unknown> => Promise.resolve();

describe('HealthChecks', () => {
  let health: HealthChecks;

  beforeEach(() => {
    jest.useFakeTimers();
    health = new HealthChecks();
  });

  afterEach(() => {
    health.onApplicationShutdown();
    jest.useRealTimers();
  });

  it('is not ready before a vital part was found well, and is once it was', async () => {
    health.register('database', well, { vital: true });
    expect(health.ready()).toBe(false);
    await health.onApplicationBootstrap();
    expect(health.ready()).toBe(true);
  });

  it('is ready at once while a part that is not vital hangs', async () => {
    health.register('database', well, { vital: true });
    health.register('storage', never);
    await health.onApplicationBootstrap();
    for (let second = 0; second < 10; second++) {
      expect(health.ready()).toBe(true); // an answer and no promise of one
      await jest.advanceTimersByTimeAsync(1000);
    }
  });

  it('is not ready once a vital part hangs, and is again when it answers', async () => {
    let check = well;
    health.register('database', () => check(), { vital: true });
    await health.onApplicationBootstrap();
    check = never;
    await jest.advanceTimersByTimeAsync(4000);
    expect(health.ready()).toBe(false);
    check = well;
    await jest.advanceTimersByTimeAsync(4000);
    expect(health.ready()).toBe(true);
  });

  it('tells of a part that hangs what it knew last, with its age, and then that it is ill', async () => {
    let check = well;
    health.register('storage', () => check());
    await health.onApplicationBootstrap();
    await health.whole();
    check = never;
    await jest.advanceTimersByTimeAsync(1500);
    const known = health.whole();
    await jest.advanceTimersByTimeAsync(1000);
    const state = (await known).services.storage;
    expect(state.age).toBeGreaterThan(900);
    await jest.advanceTimersByTimeAsync(3000);
    const later = health.whole();
    await jest.advanceTimersByTimeAsync(1000);
    expect((await later).services.storage.status).toBe('unhealthy');
  });

  it('probes each part on its own clock, and at once when it is suspected', async () => {
    const calls = { often: 0, seldom: 0 };
    health.register('often', () => Promise.resolve((calls.often += 1)));
    health.register('seldom', () => Promise.resolve((calls.seldom += 1)), { everyMs: 10_000 });
    await health.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(5000);
    expect(calls.often).toBeGreaterThanOrEqual(4);
    expect(calls.seldom).toBe(1);
    health.suspect('seldom');
    await health.whole();
    expect(calls.seldom).toBe(2);
  });

  it('is degraded while a part is ill, and not ready for good once it drains', async () => {
    health.register('mail', () => Promise.reject(new Error('away')));
    await health.onApplicationBootstrap();
    expect(await health.whole()).toMatchObject({ status: 'degraded', services: { mail: { status: 'unhealthy' } } });
    expect(health.ready()).toBe(true);
    health.drain();
    expect(health.ready()).toBe(false);
  });
});
