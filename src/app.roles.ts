import type { RoleTable } from './core/access';
import { InvariantsPermission } from './core/invariants';
import { AuditPermission } from './modules/audit';
import { CatalogPermission } from './modules/catalog';
import { ChatPermission } from './modules/chat';
import { FilesPermission } from './modules/files';
import { OrdersPermission } from './modules/orders';
import { SchoolPermission } from './modules/school';
import { TasksPermission } from './modules/tasks';
import { UsersPermission } from './modules/users';

const EVERYTHING = [
  ...Object.values(AuditPermission),
  ...Object.values(CatalogPermission),
  ...Object.values(ChatPermission),
  ...Object.values(FilesPermission),
  ...Object.values(InvariantsPermission),
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
