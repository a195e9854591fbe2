import type { Principal, Roles } from '../../core/access';
import { FieldIssue, Forbidden, Validation } from '../../core/errors';
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

/** @throws Validation naming each word that no role table has */
export function checkWords({ roles, permissions }: UpdateUserInput, known: Roles): void {
  const errors = [
    ...unknownWords('roles', roles, known.names(), 'there is no such role'),
    ...unknownWords('permissions', permissions, known.words(), 'there is no such permission'),
  ];
  if (errors.length > 0) throw new Validation({ errors });
}

/**
 * Nobody gives or takes what they do not have: else `manage_users`, given to one who is no admin, would be every right.
 * @throws Forbidden
 */
export function checkReach(caller: Principal, known: Roles, ...touched: Rights[]): void {
  const words = new Set(known.words());
  for (const { roles, permissions } of touched) {
    const needed = [...known.permissionsOf(roles, permissions)].filter((one) => words.has(one));
    if (!needed.every((one) => caller.permissions.has(one))) throw new Forbidden();
    if (roles.includes('admin') && !caller.roles.includes('admin')) throw new Forbidden();
  }
}

function unknownWords(
  field: string,
  given: readonly string[] | undefined,
  known: readonly string[],
  message: string,
): FieldIssue[] {
  return (given ?? []).flatMap((word, index) =>
    known.includes(word) ? [] : [{ field: `${field}.${index}`, code: 'unknown', message }],
  );
}
