import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, AtriumError, ok, signedIn, type components } from '../api';
import type { Screen } from '../define-module';
import { localeOf, speak } from '../text/i18n';

type User = components['schemas']['User'];
/** Who is signed in, with everything that they may do: by their roles and one by one. */
export type Me = User;
/** Who is signed in; null for nobody; what is lacking of who is signed in by half. */
export type Whoever = Me | null | 'mfa' | 'enrolment';

export const whoever = queryOptions({
  queryKey: ['whoever'],
  queryFn: async ({ signal }): Promise<Whoever> => {
    try {
      const [user, { permissions }] = await Promise.all([
        ok(api.GET('/api/v1/users/me', { signal })),
        ok(api.POST('/api/v1/auth/validate', { signal })),
      ]);
      signedIn(true);
      await speak(localeOf(user.locale));
      return { ...user, permissions };
    } catch (error) {
      const code = error instanceof AtriumError ? error.code : '';
      signedIn(false);
      if (code === 'unauthenticated' || code === 'inactive_user') return null;
      if (code === 'mfa_required') return 'mfa';
      if (code === 'mfa_enrolment_required') return 'enrolment';
      throw error;
    }
  },
  staleTime: 60_000,
});

/** Who is signed in, wherever somebody may be nobody. */
export function useMaybeMe(): Me | null {
  const { data } = useQuery({ ...whoever, enabled: false });
  return typeof data === 'object' ? data : null;
}

/** Who is signed in, on screens that only they see. */
export function useMe(): Me {
  const me = useMaybeMe();
  if (!me) throw new Error('Nobody is signed in');
  return me;
}

/** Whether who is signed in has a permission; what they may not do is not shown. A permission may be scoped, as `read_logs:<pod>`. */
export function useMay(): (permission: string | undefined) => boolean {
  const me = useMaybeMe();
  return (permission) => may(me, permission);
}

export function may(me: Me | null, permission: string | undefined): boolean {
  if (permission === undefined) return true;
  return me?.permissions.some((one) => one === permission || one.startsWith(`${permission}:`)) ?? false;
}

type Opened = Pick<Screen, 'permission' | 'roles'>;

/** Whether somebody may open a screen: by its permission, or by one of its roles. */
export function mayOpen(me: Me | null, { permission, roles }: Opened): boolean {
  if (roles?.some((role) => me?.roles.includes(role))) return true;
  return roles && !permission ? false : may(me, permission);
}

export function useMayOpen(): (screen: Opened) => boolean {
  const me = useMaybeMe();
  return (screen) => mayOpen(me, screen);
}

/** Takes a changed account over at once. */
export function useTakeMe(): (user: User) => Promise<void> {
  const queries = useQueryClient();
  return async (user) => {
    queries.setQueryData<Whoever>(whoever.queryKey, (before) => {
      return before && typeof before === 'object' ? { ...user, permissions: before.permissions } : before;
    });
    await speak(localeOf(user.locale));
  };
}
