import { Inject, Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { createClient } from '@redis/client';
import { Cache as CacheManager, createCache } from 'cache-manager';
import { RedisCache, redisInsStore, RedisStore } from 'cache-manager-redis-yet';
import { Config, CONFIG } from '../config';
import { setAnswerHeader } from '../context/context';
import { newId } from '../runtime';

/** A command's time, counted in turns of the event loop: while we are busy ourselves, Redis cannot be called late. */
const TURN_MS = 50;
const COMMAND_TURNS = 5;
const REST_MS = 1000;
const MAX_TTL_MS = 300_000;

/** What is cached under which name, and what makes it stale. */
export interface CacheQuery<T> {
  readonly key: string;
  /** Invalidating any of them makes the entry stale; at least one. */
  readonly tags: readonly string[];
  readonly ttlMs: number;
  /** Reads the truth; JSON-safe. null is answered and not kept. */
  readonly load: () => Promise<T | null>;
}

interface Entry<T> {
  /** Versions of the epoch and the tags as they were before the load. */
  readonly versions: string;
  readonly value: T;
}

/**
 * A cache in Redis that never serves what a finished write has made stale: entries carry the versions their tags had
 * before the load began, a write changes the versions before it is answered, and every read compares them. One load
 * serves all who wait for the same versions. Without Redis every read loads.
 */
@Injectable()
export class Cache implements OnModuleInit, OnApplicationShutdown {
  private readonly client: ReturnType<typeof createClient>;
  private readonly store: CacheManager & { store: RedisStore };
  private readonly flights = new Map<string, Promise<unknown>>();
  private readonly prefix: string;
  /** Part of a flight's name while Redis cannot tell versions. */
  private generation = 0;
  /** Until when Redis is left alone after a failure, by `performance.now()`. */
  private restUntil = 0;
  /** Set when an invalidation may not have arrived: nothing cached before may be believed. */
  private epochDue = true;
  private closed = false;
  private recovery: NodeJS.Timeout | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.prefix = `${config.redisPrefix}:cache:`;
    this.client = createClient({
      url: config.redisUrl,
      disableOfflineQueue: true,
      socket: { connectTimeout: 2000, reconnectStrategy: (retries) => Math.min(50 * (retries + 1), 500) },
    });
    this.client.on('error', () => this.lost()); // core/redis logs that it is away
    this.client.on('ready', () => void this.recover());
    this.store = createCache(
      redisInsStore(this.client as RedisCache['store']['client'], { ttl: MAX_TTL_MS }),
    ) as typeof this.store;
  }

  onModuleInit(): void {
    if (this.config.cache) void this.client.connect().catch(() => undefined); // goes on trying by itself
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.recovery) clearTimeout(this.recovery);
    await this.client.disconnect().catch(() => undefined);
  }

  /** The cached value, or the loaded one; the request's answer says which in `X-Cache`. */
  async get<T>(query: CacheQuery<T>): Promise<T | null> {
    const found = await this.read<T>(query);
    if (found?.entry && found.entry.versions === found.versions) {
      setAnswerHeader('x-cache', 'HIT');
      return found.entry.value;
    }
    setAnswerHeader('x-cache', 'MISS');
    const versions = found?.versions ?? null;
    const flight = `${query.key} ${versions ?? `without ${this.generation}`}`;
    let load = this.flights.get(flight) as Promise<T | null> | undefined;
    if (!load) {
      load = this.load(query, versions).finally(() => this.flights.delete(flight));
      this.flights.set(flight, load);
    }
    return load;
  }

  /** Makes every entry with one of these tags stale, on all instances. Call it after the commit, before the answer. */
  async invalidate(...tags: string[]): Promise<void> {
    this.generation += 1;
    const version = newId();
    try {
      await this.attempt(() =>
        this.store.store.mset(
          tags.map((tag) => [this.tagKey(tag), version]),
          2 * MAX_TTL_MS,
        ),
      );
    } catch {
      this.lost();
    }
  }

  /** Makes everything stale. */
  async clear(): Promise<void> {
    this.epochDue = true;
    this.generation += 1;
    await this.renewEpoch();
  }

  private async read<T>(query: CacheQuery<T>): Promise<{ entry: Entry<T> | undefined; versions: string } | null> {
    if (!this.client.isReady || performance.now() < this.restUntil) return null;
    try {
      if (this.epochDue && !(await this.renewEpoch())) return null;
      const keys = [this.prefix + query.key, `${this.prefix}epoch`, ...query.tags.map((tag) => this.tagKey(tag))];
      const [entry, ...versions] = await this.attempt(() => this.store.store.mget(...keys));
      return { entry: entry as Entry<T> | undefined, versions: versions.map((one) => (one as string) ?? '').join() };
    } catch {
      this.lost();
      return null;
    }
  }

  private async load<T>(query: CacheQuery<T>, versions: string | null): Promise<T | null> {
    const value = await query.load();
    if (value !== null && versions !== null && performance.now() >= this.restUntil) {
      const entry: Entry<T> = { versions, value };
      await this.attempt(() => this.store.set(this.prefix + query.key, entry, Math.min(query.ttlMs, MAX_TTL_MS))).catch(
        () => this.lost(),
      );
    }
    return value;
  }

  /** A new epoch, so that nothing cached before counts: at the start, and when Redis is back. */
  private async renewEpoch(): Promise<boolean> {
    try {
      await this.attempt(() => this.store.store.set(`${this.prefix}epoch`, newId(), 0));
      this.epochDue = false;
      return true;
    } catch {
      this.lost();
      return false;
    }
  }

  private lost(): void {
    this.restUntil = performance.now() + REST_MS;
    this.epochDue = true;
    if (!this.closed) this.recovery ??= setTimeout(() => void this.recover(), REST_MS).unref();
  }

  /** Does not wait for a read here: the other instances may have no other way to learn what they must not believe. */
  private async recover(): Promise<void> {
    if (this.recovery) clearTimeout(this.recovery);
    this.recovery = null;
    if (this.epochDue && this.client.isReady) await this.renewEpoch();
  }

  private async attempt<T>(command: () => Promise<T>): Promise<T> {
    let turns = 0;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (++turns === COMMAND_TURNS) reject(new Error('Redis did not answer in time'));
      }, TURN_MS);
    });
    try {
      return await Promise.race([command(), late]);
    } finally {
      clearInterval(timer);
    }
  }

  private tagKey(tag: string): string {
    return `${this.prefix}tag:${tag}`;
  }
}
