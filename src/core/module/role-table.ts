import type { Config } from '../kernel/config';
import type { RoleTable } from '../web/access';
import type { ModuleManifest } from './define-module';

/** What each role may do beyond what every signed-in user may: by the manifests, and everything for an admin. */
export function roleTable(
  roles: readonly string[],
  manifests: readonly Pick<ModuleManifest, 'name' | 'permissions'>[],
  config: Config,
): RoleTable {
  const table: Record<string, string[]> = Object.fromEntries(roles.map((role) => [role, []]));
  for (const { name, permissions = {} } of manifests) {
    const granted = typeof permissions === 'function' ? permissions(config) : permissions;
    for (const [permission, to] of Object.entries(granted)) {
      for (const role of new Set([...to, 'admin'])) {
        if (!(role in table)) throw new Error(`${name} gives ${permission} to ${role}, which is no role`);
        table[role].push(permission);
      }
    }
  }
  return table;
}
