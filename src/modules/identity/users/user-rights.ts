import { canGrant, Principal, Roles, permissionError } from '../../../core/web/access';
import { FieldIssue, Forbidden, Validation } from '../../../core/kernel/errors';
import type { UpdateUserInput } from './dto/manage-users.dto';

/** What decides what an account may do. */
export interface Rights {
  readonly roles: string[];
  readonly permissions: string[];
  readonly isActive: boolean;
}

export const isActiveAdmin = ({ roles, isActive }: Rights): boolean => isActive && roles.includes('admin');

/** The rights after the change, each word once. */
export function changedRights(rights: Rights, input: UpdateUserInput): Rights {
  const { roles = rights.roles, permissions = rights.permissions, isActive = rights.isActive } = input;
  return { roles: [...new Set(roles)], permissions: [...new Set(permissions)], isActive };
}

/** @throws Validation naming each word that no role table has, and each narrowed permission that cannot be so narrowed */
export function checkWords({ roles, permissions }: UpdateUserInput, known: Roles): void {
  const errors = [
    ...wrongWords('roles', roles, (role) => (known.names().includes(role) ? null : 'there is no such role')),
    ...wrongWords('permissions', permissions, (word) => permissionError(word, known.permissions())),
  ];
  if (errors.length > 0) throw new Validation({ errors });
}

/** The same of the scopes of a service. @throws Validation */
export function checkScopes(scopes: readonly string[], known: Roles): void {
  const errors = wrongWords('scopes', scopes, (word) => permissionError(word, known.permissions()));
  if (errors.length > 0) throw new Validation({ errors });
}

/** A role may come to mean more, and none is meant for a service: its rights are what it was given one by one. */
export function servicesHaveNoRoles(): Error {
  return new Validation({ errors: [{ field: 'roles', code: 'service', message: 'a service has no roles' }] });
}

/**
 * Nobody gives or takes what they do not have: else `manage_users`, given to one who is no admin, would be every right.
 * @throws Forbidden
 */
export function checkReach(caller: Principal, known: Roles, ...touched: Rights[]): void {
  const words = known.permissions();
  for (const { roles, permissions } of touched) {
    const needed = [...known.permissionsOf(roles, permissions)].filter((one) => permissionError(one, words) === null);
    if (!needed.every((one) => canGrant(caller.permissions, one))) throw new Forbidden();
    if (roles.includes('admin') && !caller.roles.includes('admin')) throw new Forbidden();
  }
}

function wrongWords(
  field: string,
  given: readonly string[] | undefined,
  problemOf: (word: string) => string | null,
): FieldIssue[] {
  return (given ?? []).flatMap((word, index) => {
    const message = problemOf(word);
    return message === null ? [] : [{ field: `${field}.${index}`, code: 'unknown', message }];
  });
}
