import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { addressOf, api, signedIn } from '../api';
import { whoever } from './me';

/** Goes to a path of ours: to a screen at once, else by loading the page. */
export function useGo(): (path: string) => Promise<void> {
  const router = useRouter();
  return async (path) => {
    const url = new URL(path, window.location.origin);
    const { foundRoute } = router.getMatchedRoutes(url.pathname) as { foundRoute?: { id: string } };
    if (!foundRoute) return window.location.assign(addressOf(path));
    const search = Object.fromEntries(url.searchParams);
    await router.navigate({ to: url.pathname, search, hash: url.hash.slice(1) } as never);
  };
}

/** After somebody has signed in or out: nothing of who was here before is kept. */
export function useChangeOfPerson(): (path: string) => Promise<void> {
  const queries = useQueryClient();
  const go = useGo();
  return async (path) => {
    queries.clear();
    await queries.fetchQuery(whoever).catch(() => null);
    await go(path);
  };
}

export function useSignOut(): () => Promise<void> {
  const change = useChangeOfPerson();
  return async () => {
    signedIn(false);
    await api.POST('/api/v1/auth/logout').catch(() => undefined); // a session that has ended already
    await change('/login');
  };
}
