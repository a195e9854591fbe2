import { Config, PLAIN_ACCESS } from '../../../core/kernel/config';
import type { PermissionTable } from '../../../core/module';

export const GatewayPermission = { Read: 'read_gateway' } as const;

/** Those of the module, and those that upstreams ask for: the operator's own words, which an admin has and can give. */
export function gatewayPermissions({ gatewayUpstreams }: Config): PermissionTable {
  const asked = gatewayUpstreams.flatMap(({ access, routes }) => [
    access,
    ...routes.flatMap((one) => one.access ?? []),
  ]);
  const own = asked.filter((word) => !PLAIN_ACCESS.includes(word));
  return Object.fromEntries([GatewayPermission.Read, ...own].map((word) => [word, []]));
}
