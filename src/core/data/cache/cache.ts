import { Inject, Injectable, OnApplicationShutdown, OnModuleInit, Type } from '@nestjs/common';
import { createClient } from '@redis/client';
import { Cache as CacheManager, createCache } from 'cache-manager';
import { RedisCache, redisInsStore, RedisStore } from 'cache-manager-redis-yet';
import { Config, CONFIG } from '../../kernel/config';
import { setAnswerHeader } from '../../kernel/context/context';
import { fromText, serialise } from '../../web/dto/serialise';
import { newId } from '../../kernel/runtime';

/** A command's time, counted in turns of the event loop: while we are busy ourselves, Redis cannot be called late. */
const TURN_MS = 50;
const COMMAND_TURNS = 5;
const REST_MS = 1000;
const MAX_TTL_MS = 300_000;
/** Between the versions of an entry and its text; versions have none. */
const SEPARATOR = '\n';

/** What is cached under which name, and what makes it stale. */
export interface CacheQuery<T> {
  readonly key: string;
  /** Invalidating any of them makes the entry stale; at least one. */
  readonly tags: readonly string[];
  readonly ttlMs: number;
  /** Reads the truth; JSON-safe. null is answered and not kept. */
  readonly load: () => Promise<T | null>;
}

/** What Redis told: the versions of the epoch and the tags now, and the text kept under these very versions, if any. */
interface Kept {
  readonly versions: string;
  readonly text: string | null;
}

/** A command that Redis has not answered yet. */
interface Waiting {
  turns: number;
  readonly reject: (error: Error) => void;
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
  private readonly waiting = new Set<Waiting>();
  private watch: NodeJS.Timeout | undefined;
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
    this.client.on('error', () => this.lost()); // core/data/redis logs that it is away
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
    clearInterval(this.watch);
    await this.client.disconnect().catch(() => undefined);
  }

  /** The cached value, or the loaded one; the request's answer says which in `X-Cache`. */
  get<T>(query: CacheQuery<T>): Promise<T | null> {
    return this.find(query, (text) => JSON.parse(text) as T, JSON.stringify);
  }

  /** The same for a DTO: what is cached is the text of the wire, which a REST answer sends as it is. */
  dto<T extends object>(type: Type<T>, query: CacheQuery<T>): Promise<T | null> {
    return this.find(
      query,
      (text) => fromText(type, text),
      (value) => serialise(type, value),
    );
  }

  private async find<T>(
    query: CacheQuery<T>,
    parse: (text: string) => T,
    write: (value: T) => string,
  ): Promise<T | null> {
    const kept = await this.read(query);
    setAnswerHeader('x-cache', kept?.text ? 'HIT' : 'MISS');
    if (kept?.text) return parse(kept.text);
    const versions = kept?.versions ?? null;
    const flight = `${query.key} ${versions ?? `without ${this.generation}`}`;
    let load = this.flights.get(flight) as Promise<T | null> | undefined;
    if (!load) {
      load = this.load(query, versions, write).finally(() => this.flights.delete(flight));
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

  private async read({ key, tags }: CacheQuery<unknown>): Promise<Kept | null> {
    if (!this.client.isReady || performance.now() < this.restUntil) return null;
    try {
      if (this.epochDue && !(await this.renewEpoch())) return null;
      const keys = [this.prefix + key, `${this.prefix}epoch`, ...tags.map((tag) => this.tagKey(tag))];
      const [entry, ...found] = await this.attempt(() => this.client.mGet(keys));
      const versions = found.join();
      const end = versions.length;
      const fresh = entry !== null && entry[end] === SEPARATOR && entry.startsWith(versions);
      return { versions, text: fresh ? entry.slice(end + 1) : null };
    } catch {
      this.lost();
      return null;
    }
  }

  private async load<T>(query: CacheQuery<T>, versions: string | null, write: (value: T) => string): Promise<T | null> {
    const value = await query.load();
    if (value !== null && versions !== null && performance.now() >= this.restUntil) {
      const PX = Math.min(query.ttlMs, MAX_TTL_MS);
      const entry = versions + SEPARATOR + write(value);
      await this.attempt(() => this.client.set(this.prefix + query.key, entry, { PX })).catch(() => this.lost());
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

  private attempt<T>(command: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { turns: 0, reject };
      this.waiting.add(waiting);
      this.watch ??= setInterval(() => this.turn(), TURN_MS).unref();
      command().then(
        (answer) => {
          this.waiting.delete(waiting);
          resolve(answer);
        },
        (error: Error) => {
          this.waiting.delete(waiting);
          reject(error);
        },
      );
    });
  }

  /** Gives up on what has waited for too many turns; without anybody waiting there are no turns. */
  private turn(): void {
    for (const one of this.waiting) {
      if (++one.turns < COMMAND_TURNS) continue;
      this.waiting.delete(one);
      one.reject(new Error('Redis did not answer in time'));
    }
    if (this.waiting.size > 0) return;
    clearInterval(this.watch);
    this.watch = undefined;
  }

  private tagKey(tag: string): string {
    return `${this.prefix}tag:${tag}`;
  }
}
