import { Injectable } from '@nestjs/common';

/** Permissions by role, as the modules' manifests give them. */
export type RoleTable = Readonly<Record<string, readonly string[]>>;

/** Injection token of the `RoleTable`. */
export const ROLE_TABLE = Symbol('ROLE_TABLE');

/** Answers what a role may do. */
@Injectable()
export class Roles {
  private readonly byRole: ReadonlyMap<string, readonly string[]>;
  private readonly sets = new Map<string, ReadonlySet<string>>();

  constructor(table: RoleTable) {
    this.byRole = new Map(Object.entries(table));
  }

  names(): string[] {
    return [...this.byRole.keys()];
  }

  /** Every permission that some role has. */
  permissions(): string[] {
    return [...new Set([...this.byRole.values()].flat())];
  }

  /** The roles that have a permission. */
  rolesWith(permission: string): string[] {
    return this.names().filter((role) => this.byRole.get(role)?.includes(permission));
  }

  /** All permissions of these roles together with those given one by one; equal arguments share one set. */
  permissionsOf(roles: readonly string[], extra: readonly string[] = []): ReadonlySet<string> {
    const key = `${roles.join()}|${extra.join()}`;
    const known = this.sets.get(key);
    if (known) return known;
    const made: ReadonlySet<string> = new Set([...roles.flatMap((role) => this.byRole.get(role) ?? []), ...extra]);
    if (this.sets.size < 1000) this.sets.set(key, made);
    return made;
  }
}
