import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, AtriumError, get, ok, signedIn, type components } from '../api';
import { localeOf, speak } from '../text/i18n';

export type Me = components['schemas']['User'];
/** Who is signed in; null for nobody; what is lacking of who is signed in by half. */
export type Whoever = Me | null | 'mfa' | 'enrolment';

const { queryKey, queryFn } = get('/api/v1/users/me');

export const whoever = queryOptions({
  queryKey,
  queryFn: async (context): Promise<Whoever> => {
    try {
      const me = await queryFn(context);
      signedIn(true);
      await speak(localeOf(me.locale));
      // Those of the account itself are not all: its roles give more.
      const { permissions } = await ok(api.POST('/api/v1/auth/validate'));
      return { ...me, permissions };
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

/** Takes a changed account over at once. */
export function useTakeMe(): (me: Me) => Promise<void> {
  const queries = useQueryClient();
  return async (me) => {
    queries.setQueryData(whoever.queryKey, (old) => ({
      ...me,
      permissions: typeof old === 'object' && old ? old.permissions : me.permissions,
    }));
    await speak(localeOf(me.locale));
  };
}
