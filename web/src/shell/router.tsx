import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SCREENS } from './modules';
import type { Screen } from './define-module';
import { Frame } from './frame/frame';
import { Missing } from './frame/missing';
import { NotAllowed } from './frame/not-allowed';
import { Trouble } from './frame/trouble';
import { ScreenSkeleton } from './kit/skeletons';
import { useMayOpen, whoever } from './session/me';
import { pathHere } from './session/places';
import { Root } from './frame/root';

interface RouterContext {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  beforeLoad: ({ context }) => context.queries.ensureQueryData(whoever).catch(() => undefined),
});

/** Screens within the frame: who is not signed in goes to sign in, and comes back here. */
const framed = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const found = await context.queries.ensureQueryData(whoever);
    if (found && typeof found === 'object') return;
    if (found === null && location.pathname === '/') return;
    const to = found === 'mfa' ? '/mfa' : found === 'enrolment' ? '/mfa/setup' : '/login';
    throw redirect({ to, search: { next: pathHere(location) } });
  },
});

/** A component that is loaded when it is first shown, or before. */
type Preloaded = (() => ReactNode) & { readonly preload?: () => Promise<void> };

function routeOf(screen: Screen): AnyRoute {
  const { path, component, permission, roles, frame = 'whole' } = screen;
  const Lazy = lazyRouteComponent(component) as unknown as Preloaded;
  const Guarded = () => (useMayOpen()(screen) ? <Lazy /> : <NotAllowed />);
  return createRoute({
    getParentRoute: () => (frame === 'whole' ? framed : root) as AnyRoute,
    path,
    component: permission || roles ? Object.assign(Guarded, { preload: Lazy.preload }) : Lazy,
    staticData: { screen },
  });
}

const bare = SCREENS.filter(({ frame }) => frame === 'bare').map(routeOf);
const whole = SCREENS.filter(({ frame }) => frame !== 'bare').map(routeOf);

const tree = (root as AnyRoute).addChildren([(framed as AnyRoute).addChildren(whole), ...bare]) as AnyRoute;

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: new URL('.', document.baseURI).pathname,
    context: { queries },
    // Every value is a text, so that addresses stay as people and mails write them.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
      const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
      return text && `?${text}`;
    },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: ScreenSkeleton,
    defaultPendingMs: 150,
    defaultNotFoundComponent: Missing,
    defaultErrorComponent: Trouble,
  });

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly screen?: Screen;
  }
}
