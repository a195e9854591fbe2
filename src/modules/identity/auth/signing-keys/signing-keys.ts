import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleInit,
} from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Database, defineLock, statement } from '../../../../core/data/database';
import { Unavailable } from '../../../../core/kernel/errors';
import { Poller } from '../../../../core/data/polling';
import { Bus, isString, Topic } from '../../../../core/data/redis';
import { Keys, newId, seal, unseal } from '../../../../core/kernel/runtime';
import { Jwk, newPrivateKey, readSigningKey, SigningKey } from './signing-key';

/** Any number of our own: of several starts at once, one makes the first key; rotations come one after the other. */
const LOCK = defineLock('auth.signing-keys');
/** Longer than verifiers keep the published keys (`max-age` of the JWKS). */
const LEAD = '10 minutes';
/** On top of the life of a token: clocks differ. */
const SLACK_S = 60;
const TOPIC: Topic<string> = { name: 'auth.signing-keys-changed', accepts: isString };
const POLL_INTERVAL_MS = 2000;
/** Unknown key ids make for one look in so long. */
const UNKNOWN_LOOK_MS = 250;

/** The youngest that signs comes first. By the clock itself: the transaction may have waited for the lock. */
const LOAD = statement(
  'signing-keys.load',
  `SELECT kid, private_key AS "privateKey", signs_from <= clock_timestamp() AS signs, coalesce(verifies_until <= clock_timestamp(), false) AS over
   FROM signing_keys ORDER BY signs_from DESC, id DESC`,
);
/** The same without the keys themselves. */
const STATES = `SELECT kid, signs_from <= clock_timestamp() AS signs, coalesce(verifies_until <= clock_timestamp(), false) AS over
  FROM signing_keys`;
const ADD = `INSERT INTO signing_keys (id, kid, private_key, signs_from) VALUES ($1, $2, $3, clock_timestamp() + $4::interval)`;
const RETIRE = `UPDATE signing_keys SET verifies_until = clock_timestamp() + interval '${LEAD}' + $1 * interval '1 second', updated_at = now()
  WHERE verifies_until IS NULL`;
const DROP_OVER = 'DELETE FROM signing_keys WHERE verifies_until <= clock_timestamp()';

interface KeyState {
  readonly kid: string;
  readonly signs: boolean;
  readonly over: boolean;
}

type Loaded = KeyState & { readonly privateKey: Buffer };

/**
 * The keys of access tokens, remembered in process. They live in Postgres, sealed, and what SECRET_KEY does not open is
 * no key of ours: who can only write to the database cannot add one. Changes are told over the bus, and looked for
 * every two seconds.
 */
@Injectable()
export class SigningKeys implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SigningKeys.name);
  private readonly sealKey: Buffer;
  /** All that verify, by their id. */
  private live: ReadonlyMap<string, SigningKey> = new Map();
  private signer: SigningKey | null = null;
  private looks: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;
  /** What the keys known here were when they were read. */
  private state = '';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly bus: Bus,
    private readonly audit: Audit,
    private readonly poller: Poller,
    keys: Keys,
  ) {
    this.sealKey = keys.derive('signing key');
  }

  onModuleInit(): void {
    this.bus.subscribe(TOPIC, () => this.poll());
    this.poller.register<KeyState>({
      name: 'signing-keys.states',
      everyMs: POLL_INTERVAL_MS,
      select: STATES,
      found: (rows) => (this.signer && stateOf(rows) === this.state ? undefined : this.poll()),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.db.whenOpen(() => this.poll());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looks;
  }

  /** The key to sign by. @throws Unavailable before the database has answered for the first time */
  current(): SigningKey {
    if (!this.signer) throw new Unavailable({ retryAfterS: 1 });
    return this.signer;
  }

  /** The live key of this id. */
  find(kid: string): SigningKey | undefined {
    return this.live.get(kid);
  }

  /** Looks for a key that is not known here, together with whoever else misses one just now. */
  async lookFor(kid: string): Promise<SigningKey | undefined> {
    this.next ??= sleep(UNKNOWN_LOOK_MS).then(() => {
      this.next = null;
      return this.poll();
    });
    await this.next;
    return this.live.get(kid);
  }

  /** All live keys for the world to see, those to come too. */
  published(): Jwk[] {
    return [...this.live.values()].map(({ jwk }) => jwk);
  }

  /**
   * A new key: published now, signing in ten minutes, while the old ones verify on until their last token is dead. At
   * once, it signs from now on and the old ones are no more: their tokens are refused. @returns its id
   */
  rotate({ atOnce }: { readonly atOnce: boolean }): Promise<string> {
    return this.db.transaction(async () => {
      await this.lock();
      if (atOnce) await this.db.execute('DELETE FROM signing_keys');
      else await this.db.execute(RETIRE, [this.config.accessTokenTtlS + SLACK_S]);
      const kid = await this.add(atOnce ? '0' : LEAD);
      await this.audit.record({ action: 'auth.signing-key-rotated', target: `signing-key:${kid}`, facts: { atOnce } });
      this.db.afterCommit(() => this.bus.publish(TOPIC, kid));
      return kid;
    });
  }

  /** Reads them anew, after what is being read already. Never fails: without an answer those known are gone on with. */
  poll(): Promise<void> {
    this.looks = this.looks.then(() => this.read()).catch((error: unknown) => this.complain(error));
    return this.looks;
  }

  private async read(): Promise<void> {
    if (!(await this.load())) {
      await this.addFirst();
      await this.load();
    }
  }

  /** @returns whether there is one to sign by */
  private async load(): Promise<boolean> {
    const rows = await this.db.query<Loaded>(LOAD);
    this.state = stateOf(rows);
    const keys = rows.flatMap((row) => (row.over ? [] : this.open(row)));
    this.live = new Map(keys.map(({ key }) => [key.kid, key]));
    this.signer = keys.find(({ signs }) => signs)?.key ?? null;
    if (rows.some(({ over }) => over)) await this.db.execute(DROP_OVER);
    return this.signer !== null;
  }

  private open({ kid, privateKey, signs }: Loaded): { key: SigningKey; signs: boolean }[] {
    const known = this.live.get(kid);
    if (known) return [{ key: known, signs }];
    try {
      return [{ key: readSigningKey(unseal(this.sealKey, privateKey)), signs }];
    } catch {
      return []; // sealed by another SECRET_KEY
    }
  }

  private addFirst(): Promise<void> {
    return this.db.transaction(async () => {
      await this.lock();
      if (!(await this.load())) await this.add('0');
    });
  }

  private async add(lead: string): Promise<string> {
    const pem = newPrivateKey();
    const { kid } = readSigningKey(pem);
    await this.db.execute(ADD, [newId(), kid, seal(this.sealKey, pem), lead]);
    return kid;
  }

  private async lock(): Promise<void> {
    await LOCK.acquire(this.db);
  }

  private complain(error: unknown): void {
    if (!this.signer) this.log.warn(`No signing key yet: ${(error as Error).message}`);
  }
}

/** One text for the same states of the same keys. */
const stateOf = (keys: readonly KeyState[]): string =>
  keys
    .map(({ kid, signs, over }) => `${kid} ${signs} ${over}`)
    .sort()
    .join();
