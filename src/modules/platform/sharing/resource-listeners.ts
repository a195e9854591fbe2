import { Injectable, Type } from '@nestjs/common';
import { ExtensionPoint, ModuleRegistry } from '../../../core/module';

export const RESOURCE_ACTS = [
  'created',
  'changed',
  'moved',
  'trashed',
  'restored',
  'removed',
  'shared',
  'unshared',
] as const;

/** What has happened to resources. */
export interface ResourceChange {
  readonly act: (typeof RESOURCE_ACTS)[number];
  /** All that the act concerns: of a folder, what lies in it too. */
  readonly ids: readonly string[];
  /** What the act was done to, among `ids`. */
  readonly subjectId: string;
  /** Who did it; null for the application itself. */
  readonly actorId: string | null;
  /** The whole text of the resource, for those that find it by its words; undefined where it is as before. */
  readonly text?: string;
  /** What else is to be told: JSON-safe, with the names of the wire. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Something that must be written in the transaction that changes resources. */
export interface ResourceListener {
  resourcesChanged(change: ResourceChange): Promise<unknown>;
}

/** Listeners of other modules; each is a provider of theirs. */
export const RESOURCE_LISTENERS = new ExtensionPoint<Type<ResourceListener>>('sharing.listeners');

/** Tells modules of changes of resources, inside the transaction that makes them. */
@Injectable()
export class ResourceListeners {
  private listeners: readonly ResourceListener[] | null = null;

  constructor(private readonly modules: ModuleRegistry) {}

  async notify(change: ResourceChange): Promise<void> {
    this.listeners ??= this.modules.extensionsOf(RESOURCE_LISTENERS).map((provider) => this.modules.get(provider));
    for (const listener of this.listeners) await listener.resourcesChanged(change);
  }
}
