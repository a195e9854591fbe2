import { Injectable, Type } from '@nestjs/common';
import { ExtensionPoint, ModuleRegistry } from '../../../core/module';

/** A kind of thing that a module keeps for its users, and that is shared, commented, found and thrown away by the kernel. */
export interface ResourceKind {
  /** A word, singular: `file`. */
  readonly type: string;
  /** Who has this permission manages everybody's. */
  readonly managedBy?: string;
  /** Others may lie in it and have its rights too: a folder. */
  readonly isContainer?: boolean;
  /** Removes the module's rows of these for ever, in the caller's transaction: their folder, or they themselves, are deleted from the trash. */
  purge(ids: readonly string[]): Promise<unknown>;
  /** They have been put into the trash. In the caller's transaction. */
  trashed?(ids: readonly string[]): Promise<unknown>;
  /** They are back, where their resources now say: at the root when their folder is gone. In the caller's transaction. @param subjectId what was brought back */
  restored?(ids: readonly string[], subjectId: string): Promise<unknown>;
}

/** Kinds of resources that modules add; each is a provider of theirs. */
export const RESOURCE_KINDS = new ExtensionPoint<Type<ResourceKind>>('sharing.kinds');

/** The kinds of resources that modules have added. */
@Injectable()
export class ResourceKinds {
  private known: ReadonlyMap<string, ResourceKind> | null = null;

  constructor(private readonly modules: ModuleRegistry) {}

  /** undefined for a word that no module knows. */
  get(type: string): ResourceKind | undefined {
    return this.all.get(type);
  }

  get types(): string[] {
    return [...this.all.keys()];
  }

  /** Whether others may lie in resources of this kind. */
  isContainer(type: string): boolean {
    return this.all.get(type)?.isContainer ?? false;
  }

  get containers(): string[] {
    return this.types.filter((type) => this.isContainer(type));
  }

  /** The kinds of which somebody with these permissions manages everybody's. */
  managedWith(permissions: ReadonlySet<string>): string[] {
    return this.types.filter((type) => permissions.has(this.all.get(type)?.managedBy ?? ''));
  }

  private get all(): ReadonlyMap<string, ResourceKind> {
    this.known ??= new Map(
      this.modules
        .extensionsOf(RESOURCE_KINDS)
        .map((provider) => this.modules.get(provider))
        .map((kind) => [kind.type, kind]),
    );
    return this.known;
  }
}
