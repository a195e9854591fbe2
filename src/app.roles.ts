import type { RoleTable } from './core/web/access';
import { Config, PLAIN_ACCESS } from './core/kernel/config';
import { InvariantsPermission } from './core/data/invariants';
import { AuditPermission } from './modules/identity/audit';
import { CatalogPermission } from './modules/commerce/catalog';
import { ChatPermission } from './modules/communication/chat';
import { FilesPermission } from './modules/content/files';
import { GatewayPermission } from './modules/platform/gateway';
import { LogsPermission } from './modules/platform/logs';
import { OrdersPermission } from './modules/commerce/orders';
import { SchoolPermission } from './modules/school/school';
import { TasksPermission } from './modules/platform/tasks';
import { UsersPermission } from './modules/identity/users';

const EVERYTHING = [
  ...Object.values(AuditPermission),
  ...Object.values(CatalogPermission),
  ...Object.values(ChatPermission),
  ...Object.values(FilesPermission),
  ...Object.values(GatewayPermission),
  ...Object.values(InvariantsPermission),
  ...Object.values(LogsPermission),
  ...Object.values(OrdersPermission),
  ...Object.values(SchoolPermission),
  ...Object.values(TasksPermission),
  ...Object.values(UsersPermission),
];

/** What each role may do beyond what every signed-in user may. */
export const ROLES = {
  user: [],
  student: [],
  teacher: [],
  finance: [OrdersPermission.Manage],
  admin: EVERYTHING,
} as const satisfies RoleTable;

/** The same with the permissions that upstreams of the gateway ask for: the operator's own words, which an admin has and can give. */
export function rolesFor({ gatewayUpstreams }: Config): RoleTable {
  const asked = gatewayUpstreams.flatMap(({ access, routes }) => [
    access,
    ...routes.flatMap((one) => one.access ?? []),
  ]);
  return { ...ROLES, admin: [...new Set([...ROLES.admin, ...asked.filter((word) => !PLAIN_ACCESS.includes(word))])] };
}
