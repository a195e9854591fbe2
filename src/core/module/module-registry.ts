import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database, defineLock } from '../data/database';
import { DomainEvent, Events } from '../data/events';
import { Housekeeping, HousekeepingRule } from '../data/housekeeping';
import { Invariants } from '../data/invariants';
import { PersonalData } from '../data/personal-data';
import { HealthChecks } from '../kernel/health';
import { Authentication, DoorRequest } from '../web/access';
import type { Abstract, Demo, EventConsumer, ModuleDoor, ModuleManifest } from './define-module';
import type { ExtensionPoint } from './extension-point';

/** Injection token of the manifests, in the order of `src/modules.ts`. */
export const MANIFESTS = Symbol('MANIFESTS');

/** Of several starts at once, one fills. */
const DEMO = defineLock('demo');

/** Registers what the manifests declare, once every provider is made and before anything is served. */
@Injectable()
export class ModuleRegistry implements OnModuleInit {
  constructor(
    @Inject(MANIFESTS) readonly manifests: readonly ModuleManifest[],
    private readonly providers: ModuleRef,
    private readonly db: Database,
    private readonly events: Events,
    private readonly housekeeping: Housekeeping,
    private readonly invariants: Invariants,
    private readonly personalData: PersonalData,
    private readonly health: HealthChecks,
    private readonly authentication: Authentication,
  ) {
    assertUsesBefore(manifests);
    for (const door of manifests.flatMap(({ doors }) => doors ?? [])) this.open(door); // before any route is registered
  }

  onModuleInit(): void {
    for (const manifest of this.manifests) {
      for (const consumer of manifest.events ?? []) this.consume(consumer);
      for (const [name, invariant] of Object.entries(manifest.invariants ?? {})) {
        this.invariants.register(`${manifest.name}.${name}`, invariant);
      }
      for (const rule of manifest.housekeeping ?? []) this.keepHouse(rule);
      for (const keeper of manifest.personalData ?? []) this.personalData.register(this.get(keeper));
      for (const [name, { provider, check, options }] of Object.entries(manifest.health ?? {})) {
        this.health.register(name, () => check(this.get(provider) as never), options);
      }
    }
  }

  /** What all modules have added to this point, in the order of their list. */
  extensionsOf<T>(point: ExtensionPoint<T>): T[] {
    return this.manifests.flatMap((manifest) =>
      (manifest.extends ?? []).filter((one) => one.point === point).flatMap((one) => one.items as T[]),
    );
  }

  /** Fills the demo of every module in the order of their list: in one transaction, then what cannot be in one. */
  async fillDemo(): Promise<readonly string[]> {
    const demos = this.manifests.flatMap(({ demo }) => demo ?? []);
    for (const { provider } of demos) await this.get<Demo>(provider).prepare?.();
    await this.db.transaction(async () => {
      await DEMO.acquire(this.db);
      for (const { provider, outsideTransaction } of demos) if (!outsideTransaction) await this.get(provider).fill();
    });
    for (const { provider, outsideTransaction } of demos) if (outsideTransaction) await this.get(provider).fill();
    return demos.flatMap(({ provider }) => this.get<Demo>(provider).lines?.() ?? []);
  }

  /** A provider of any module. */
  get<T>(provider: Abstract<T>): T {
    return this.providers.get(provider, { strict: false });
  }

  private open({ credentials, ...door }: ModuleDoor): void {
    const identify =
      credentials && ((request: DoorRequest) => credentials.identify(this.get(credentials.provider) as never, request));
    this.authentication.doors.register({ ...door, identify });
  }

  private keepHouse(rule: HousekeepingRule): void {
    if (!('provider' in rule)) return this.housekeeping.register(rule);
    const { provider, portion, ...rest } = rule;
    this.housekeeping.register({ ...rest, portion: () => portion(this.get(provider) as never) });
  }

  private consume({ event, name, provider, handle, options }: EventConsumer): void {
    const call = handle as (provider: unknown, ...rest: unknown[]) => unknown;
    this.events.on(
      event,
      name,
      (happened: DomainEvent, delivery) => call(this.get(provider), happened, delivery),
      options,
    );
  }
}

/** So that there is no circle, and what a module needs is there before it. @throws Error naming the module */
function assertUsesBefore(manifests: readonly ModuleManifest[]): void {
  const known = new Set<string>();
  for (const { name, uses } of manifests) {
    if (known.has(name)) throw new Error(`Two modules are named ${name}`);
    const missing = uses.find((one) => !known.has(one));
    if (missing !== undefined)
      throw new Error(`${name} uses ${missing}, which does not come before it in src/modules.ts`);
    known.add(name);
  }
}
