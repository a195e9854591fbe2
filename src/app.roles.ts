import type { RoleTable } from './core/access';
import { Config, PLAIN_ACCESS } from './core/config';
import { EventsPermission } from './core/events';
import { InvariantsPermission } from './core/invariants';
import { AuditPermission } from './modules/audit';
import { CatalogPermission } from './modules/catalog';
import { ChatPermission } from './modules/chat';
import { FilesPermission } from './modules/files';
import { GatewayPermission } from './modules/gateway';
import { LogsPermission } from './modules/logs';
import { OrdersPermission } from './modules/orders';
import { SchoolPermission } from './modules/school';
import { TasksPermission } from './modules/tasks';
import { UsersPermission } from './modules/users';

const EVERYTHING = [
  ...Object.values(AuditPermission),
  ...Object.values(CatalogPermission),
  ...Object.values(ChatPermission),
  ...Object.values(EventsPermission),
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
