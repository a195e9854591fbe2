import { Config, settingsOf } from '../../../core/kernel/config';
import type { PermissionTable } from '../../../core/module';
import { gatewaySettings } from './gateway.settings';
import { PLAIN_ACCESS } from './upstreams/gateway-upstreams';

export const GatewayPermission = { Read: 'read_gateway' } as const;

/** Those of the module, and those that upstreams ask for: the operator's own words, which an admin has and can give. */
export function gatewayPermissions(config: Config): PermissionTable {
  const asked = settingsOf(config, gatewaySettings).upstreams.flatMap(({ access, routes }) => [
    access,
    ...routes.flatMap((one) => one.access ?? []),
  ]);
  const own = asked.filter((word) => !PLAIN_ACCESS.includes(word));
  return Object.fromEntries([GatewayPermission.Read, ...own].map((word) => [word, []]));
}
