import type { Principal } from '../../../core/web/access';
import { OrdersPermission } from './orders.permissions';

/** Whose orders this caller may see; null for everybody's. */
export function ownerScope({ userId, permissions }: Pick<Principal, 'userId' | 'permissions'>): string | null {
  return permissions.has(OrdersPermission.Manage) ? null : userId;
}
