import { Principal, scopesOf } from '../../../core/web/access';
import { fits } from './glob';
import { LogsPermission } from './logs.permissions';

/** Whether this caller may read the logs of a pod so named; asked before anybody looks whether there is one. */
export function mayRead({ permissions }: Principal, pod: string): boolean {
  const reach = scopesOf(permissions, LogsPermission.Read);
  return reach === 'all' || reach.some((glob) => fits(glob, pod));
}
