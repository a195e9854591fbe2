import { Inject, Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { createClient } from '@redis/client';
import { Cache as CacheManager, createCache } from 'cache-manager';
import { RedisCache, redisInsStore, RedisStore } from 'cache-manager-redis-yet';
import { Config, CONFIG } from '../../kernel/config';
import { setAnswerHeader } from '../../kernel/context/context';
import { newId } from '../../kernel/runtime';
import { afterShownLines, READ_SHOWN, shownLines } from './read-shown';

/** A command's time, counted in turns of the event loop: while we are busy ourselves, Redis cannot be called late. */
const TURN_MS = 50;
const COMMAND_TURNS = 5;
const REST_MS = 1000;
const MAX_TTL_MS = 300_000;
/** Between the versions of an entry and its text; versions have none. */
const SEPARATOR = '\n';

/** How a value becomes the text that is cached, and back. */
export interface CacheCodec<T> {
  readonly write: (value: T) => string;
  readonly read: (text: string) => T;
}

/** What is cached under which name, and what makes it stale. */
export interface CacheQuery<T> {
  readonly key: string;
  /** Invalidating any of them makes the entry stale; at least one. */
  readonly tags: readonly string[];
  /** Further tags, which are known once the value is: of what it shows. */
  readonly shows?: (value: T) => readonly string[];
  readonly ttlMs: number;
  /** Reads the truth; JSON-safe. null is answered and not kept. */
  readonly load: () => Promise<T | null>;
  /** Default: plain JSON. A DTO has one by `codecOf`. */
  readonly codec?: CacheCodec<T>;
}

/** What Redis told: the versions of the epoch and the tags now, and the text kept under these very versions, if any. */
interface Kept {
  readonly versions: string;
  readonly text: string | null;
  /** Of the newest invalidation; null where the tags of the query decide alone. */
  readonly clock: string | null;
}

/** A command that Redis has not answered yet. */
interface Waiting {
  turns: number;
  readonly reject: (error: Error) => void;
}

/**
 * A cache in Redis that never serves what a finished write has made stale: entries carry the versions their tags had
 * before the load began, a write changes the versions before it is answered, and every read compares them. Versions are
 * ticks of one clock. Tags that are known after the load only (`shows`) are read then, and an entry is kept where none of
 * them is younger than the load. One load serves all who wait for the same versions. Without Redis every read loads.
 */
@Injectable()
export class Cache implements OnModuleInit, OnApplicationShutdown {
  private readonly client: ReturnType<typeof clientOf>;
  private readonly store: CacheManager & { store: RedisStore };
  private readonly flights = new Map<string, Promise<unknown>>();
  private readonly waiting = new Set<Waiting>();
  private watch: NodeJS.Timeout | undefined;
  private readonly prefix: string;
  /** Until when Redis is left alone after a failure, by `performance.now()`. */
  private restUntil = 0;
  /** Set when an invalidation may not have arrived: nothing cached before may be believed. */
  private epochDue = true;
  private closed = false;
  private recovery: NodeJS.Timeout | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.prefix = `${config.redisPrefix}:cache:`;
    this.client = clientOf(config.redisUrl);
    this.client.on('error', () => this.lost()); // core/data/redis logs that it is away
    this.client.on('ready', () => void this.recover());
    this.store = createCache(
      redisInsStore(this.client as unknown as RedisCache['store']['client'], { ttl: MAX_TTL_MS }),
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
  async get<T>(query: CacheQuery<T>): Promise<T | null> {
    const codec: CacheCodec<T> = query.codec ?? { write: JSON.stringify, read: (text) => JSON.parse(text) as T };
    const kept = await this.read(query);
    const value = kept?.text ? attemptParse(codec.read, kept.text) : null;
    setAnswerHeader('x-cache', value === null ? 'MISS' : 'HIT');
    if (value !== null) return value;
    if (!kept) return query.load(); // nobody can tell whether a load on its way is new enough for this reader
    const flight = `${query.key} ${kept.versions} ${kept.clock ?? ''}`;
    let load = this.flights.get(flight) as Promise<T | null> | undefined;
    if (!load) {
      load = this.load(query, kept, codec.write).finally(() => this.flights.delete(flight));
      this.flights.set(flight, load);
    }
    return load;
  }

  /** Makes every entry with one of these tags stale, on all instances. Call it after the commit, before the answer. */
  async invalidate(...tags: string[]): Promise<void> {
    try {
      await this.attempt(async () => {
        const version = await this.client.incr(this.clockKey);
        await this.store.store.mset(
          tags.map((tag) => [this.tagKey(tag), version]),
          2 * MAX_TTL_MS,
        );
      });
    } catch {
      this.lost();
    }
  }

  /** Makes everything stale. */
  async clear(): Promise<void> {
    this.epochDue = true;
    await this.renewEpoch();
  }

  private async read<T>({ key, tags, shows }: CacheQuery<T>): Promise<Kept | null> {
    if (!this.client.isReady || performance.now() < this.restUntil) return null;
    try {
      if (this.epochDue && !(await this.renewEpoch())) return null;
      const decisive = [`${this.prefix}epoch`, ...tags.map((tag) => this.tagKey(tag))];
      if (!shows) {
        const [entry, ...found] = await this.attempt(() => this.client.mGet([this.prefix + key, ...decisive]));
        return { ...keptUnder(found.join(), entry), clock: null };
      }
      const keys = [this.prefix + key, this.clockKey, ...decisive];
      const [entry, clock, ...found] = await this.attempt(() => this.client.readShown(keys, this.tagKey('')));
      const { versions, text } = keptUnder(found.join(), entry);
      return { versions, text: text === null ? null : afterShownLines(text), clock: clock ?? '0' };
    } catch {
      this.lost();
      return null;
    }
  }

  private async load<T>(query: CacheQuery<T>, kept: Kept, write: (value: T) => string): Promise<T | null> {
    const value = await query.load();
    if (value === null || performance.now() < this.restUntil) return value;
    await this.attempt(() => this.keep(query, kept, value, write)).catch(() => this.lost());
    return value;
  }

  private async keep<T>(query: CacheQuery<T>, kept: Kept, value: T, write: (value: T) => string): Promise<void> {
    const { key, shows, ttlMs } = query;
    let lines = '';
    if (shows) {
      const tags = shows(value);
      const versions = tags.length > 0 ? await this.client.mGet(tags.map((tag) => this.tagKey(tag))) : [];
      // Changed while it was loaded; so may be what has no tick, as the release before writes it.
      if (versions.some((version) => !(Number(version) <= Number(kept.clock)))) return;
      lines = shownLines(tags, versions);
    }
    const entry = kept.versions + SEPARATOR + lines + write(value);
    await this.client.set(this.prefix + key, entry, { PX: Math.min(ttlMs, MAX_TTL_MS) });
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

  private get clockKey(): string {
    return `${this.prefix}clock`;
  }
}

const clientOf = (url: string) =>
  createClient({
    url,
    disableOfflineQueue: true,
    scripts: { readShown: READ_SHOWN },
    socket: { connectTimeout: 2000, reconnectStrategy: (retries) => Math.min(50 * (retries + 1), 500) },
  });

/** The text of an entry where it was kept under these versions. */
function keptUnder(versions: string, entry: string | null): Omit<Kept, 'clock'> {
  const end = versions.length;
  const fresh = entry !== null && entry[end] === SEPARATOR && entry.startsWith(versions);
  return { versions, text: fresh ? entry.slice(end + 1) : null };
}

/** What an entry holds; null for one that cannot be read, which is loaded anew. */
function attemptParse<T>(parse: (text: string) => T, text: string): T | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
