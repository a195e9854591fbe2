import type { Type } from '@nestjs/common';
import type { Delivery, DomainEvent, EventType, ListenerOptions } from '../data/events';
import type { HousekeepingRule } from '../data/housekeeping';
import type { Invariant } from '../data/invariants';
import type { PersonalDataKeeper } from '../data/personal-data';
import type { PartOptions } from '../kernel/health';
import type { Config, Settings } from '../kernel/config';
import type { Door, DoorCaller, DoorRequest } from '../web/access';
import type { Extension } from './extension-point';

/** What a provider is found by. */
export type Abstract<T> = Type<T> | (abstract new (...args: never[]) => T);

/** Permissions of a module with the roles that have them; an admin has every one. */
export type PermissionTable = Readonly<Record<string, readonly string[]>>;

/** What a module does when an event has happened. */
export interface EventConsumer {
  readonly event: EventType;
  /** Unique and stable, the module first: `orders.mail-confirmation`. */
  readonly name: string;
  readonly provider: Abstract<unknown>;
  readonly handle: (provider: never, event: never, delivery: Delivery) => unknown;
  readonly options: ListenerOptions;
}

/** A part that `/health` shows. */
export interface HealthCheck {
  readonly provider: Abstract<unknown>;
  /** Rejects when the part does not work. */
  readonly check: (provider: never) => Promise<unknown>;
  readonly options: PartOptions;
}

/** A door as a manifest declares it: its credentials are known to a provider. */
export interface ModuleDoor extends Omit<Door, 'identify'> {
  readonly credentials?: {
    readonly provider: Abstract<unknown>;
    readonly identify: (provider: never, request: DoorRequest) => DoorCaller | Promise<DoorCaller>;
  };
}

/** Fills an empty installation with an example that is the same every time. */
export interface Demo {
  /** Runs before the transaction of all demos: for what no connection is held for, as hashing a password. */
  prepare?(): Promise<void>;
  fill(): Promise<void>;
  /** Lines for whoever started it: the logins. */
  lines?(): readonly string[];
}

/** The declaration of a module to the rest of the application. Adding one edits nothing outside of its folder but `src/modules.ts`. */
export interface ModuleManifest {
  /** Its folder, and the first part of its events, statements and invariants. */
  readonly name: string;
  /** The folder above: for the reader's eye. */
  readonly group: string;
  readonly module: Type;
  /** The modules whose `index.ts` it imports: dependency-cruiser refuses any other. */
  readonly uses: readonly string[];
  /** Variables that it reads; a wrong one stops the start. */
  readonly settings?: Settings;
  readonly permissions?: PermissionTable | ((config: Config) => PermissionTable);
  readonly events?: readonly EventConsumer[];
  /** What must hold at any time, by name; the module's name is put before it. */
  readonly invariants?: Readonly<Record<string, Invariant>>;
  /** How long each of its tables is kept; a table that is not named fails a test. */
  readonly housekeeping?: readonly HousekeepingRule[];
  /** Providers that erase and export what is kept of a person. */
  readonly personalData?: readonly Type<PersonalDataKeeper>[];
  /** Parts of the module by their name in `/health`. */
  readonly health?: Readonly<Record<string, HealthCheck>>;
  /** Paths at which it speaks another protocol, by credentials and errors of that. */
  readonly doors?: readonly ModuleDoor[];
  readonly demo?: { readonly provider: Type<Demo>; readonly outsideTransaction?: true };
  /** What it adds to modules that it uses. */
  readonly extends?: readonly Extension[];
}

/**
 * Declares a module to the application. What is registered here needs no `onModuleInit`.
 * @example
 * export const ordersManifest = defineModule({
 *   name: 'orders', group: 'commerce', module: OrdersModule, uses: ['catalog', 'users'],
 *   permissions: { [OrdersPermission.Manage]: ['finance'] },
 *   events: [consume(OrderPlaced, 'orders.mail-confirmation', OrderMails, (mails, { orderId }) => mails.confirm(orderId))],
 * });
 */
export function defineModule(manifest: ModuleManifest): ModuleManifest {
  return manifest;
}

/** A durable consumer of an event: runs at least once, its effects in the database happen once. */
export function consume<E extends DomainEvent, P>(
  event: EventType<E>,
  name: string,
  provider: Abstract<P>,
  handle: (provider: P, event: E, delivery: Delivery) => unknown,
  options: ListenerOptions = {},
): EventConsumer {
  return { event, name, provider, handle, options };
}

/**
 * Paths of another protocol. Its handlers say methods by `@Method` and bodies by `@TakesXml`, `@TakesBytes` or `@TakesStream`.
 * @param identify who asks: null for a credential that is no good, undefined where there is none of this door's
 * @example
 * defineDoor({ path: '/dav', challenge: 'Basic realm="Atrium"', failuresIn: 'auth', errors: davError }, AppPasswords,
 *   (passwords, { headers }) => passwords.identify(basicOf(headers.authorization)))
 */
export function defineDoor<P>(
  door: Omit<Door, 'identify'>,
  provider?: Abstract<P>,
  identify?: (provider: P, request: DoorRequest) => DoorCaller | Promise<DoorCaller>,
): ModuleDoor {
  return provider && identify ? { ...door, credentials: { provider, identify } } : door;
}

/** A part that `/health` shows. @param check rejects when the part does not work */
export function check<P>(
  provider: Abstract<P>,
  check: (provider: P) => Promise<unknown>,
  options: PartOptions = {},
): HealthCheck {
  return { provider, check, options };
}
