import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { postgres } from './postgres.mjs';
import { identify, isAlive, signal, waitFor } from './processes.mjs';
import { redis } from './redis.mjs';
import { readJson, writePrivate } from './secret.mjs';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const CHILD_MS = 26_000; // a server drains for up to 25 s

/**
 * Starts, or joins, the private Postgres and Redis below `dataDir`. Every caller leaves a lease file with its pid; the
 * last one to leave stops what no living lease needs. Answers the addresses (of what was asked for), `agreeOn(publicUrl)`,
 * which answers that of the callers before, else this one, `keep(pid)` to record the child process that must not outlive the caller, and `release()`, which may be called twice.
 * @throws StartError when a service does not start; nothing is left leased then
 */
export async function acquireServices({ dataDir, postgres: wantsPostgres, redis: wantsRedis, throwaway, say }) {
  const run = join(dataDir, 'run');
  const lease = join(run, `${process.pid}.lease`);
  const lock = join(run, 'services.lock');
  const services = { postgres: postgres({ root, dataDir, throwaway }), redis: redis({ dataDir, throwaway, say }) };
  const needs = { postgres: Boolean(wantsPostgres), redis: Boolean(wantsRedis) };
  const owner = identify(process.pid);
  mkdirSync(run, { recursive: true });

  let publicUrl;
  let child;
  const writeLease = () => writePrivate(lease, JSON.stringify({ owner, needs, publicUrl, child }));
  const agreeOn = (mine) =>
    withLock(lock, () => {
      publicUrl = living(run).find((other) => other.publicUrl)?.publicUrl ?? mine;
      writeLease();
      return publicUrl;
    });

  let released = false;
  async function release() {
    if (released) return;
    released = true;
    await withLock(lock, async () => {
      rmSync(lease, { force: true });
      const leases = living(run);
      const unused = Object.keys(services).filter((name) => !leases.some((other) => other.needs[name]));
      await Promise.all(unused.map((name) => services[name].stop()));
    });
  }

  try {
    const [database, cache] = await withLock(lock, () => {
      writeLease();
      return both([needs.postgres && services.postgres.start(), needs.redis && services.redis.start()]);
    });
    const keep = (pid) => {
      child = identify(pid);
      writeLease();
    };
    return { databaseUrl: database?.url, redisUrl: cache?.url, agreeOn, keep, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Ends the children that launchers killed by force left behind in `dataDir`: they would hold the port. */
export async function endOrphans(dataDir) {
  const run = join(dataDir, 'run');
  mkdirSync(run, { recursive: true });
  await withLock(join(run, 'services.lock'), async () => {
    for (const { file, lease } of leasesIn(run).filter(({ lease }) => !isAlive(lease.owner))) {
      if (isAlive(lease.child)) {
        signal(lease.child.pid, 'SIGTERM');
        if (!(await waitFor(() => !isAlive(lease.child), CHILD_MS))) signal(lease.child.pid, 'SIGKILL');
      }
      rmSync(file, { force: true });
    }
  });
}

/** Like Promise.all, but a failure waits for the other one: a server half-way up could not be stopped yet. */
async function both(starts) {
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}

function living(run) {
  return leasesIn(run)
    .map(({ lease }) => lease)
    .filter((lease) => isAlive(lease.owner));
}

function leasesIn(run) {
  const files = readdirSync(run)
    .filter((name) => name.endsWith('.lease'))
    .map((name) => join(run, name));
  return files.map((file) => ({ file, lease: { needs: {}, ...readJson(file) } }));
}
