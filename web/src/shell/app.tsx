import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AtriumError, UNREACHABLE } from './api';
import { nonce } from './nonce';
import { makeRouter } from './router';
import { theme, variables } from './theme';

/** Not needed to draw the first screen; loaded at once all the same, since it also tells that the server is away. */
const Toasts = lazy(() => import('./frame/toasts'));
const TRIES = 2;

const queries = new QueryClient({
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What is refused stays refused; what could not be answered is asked again.
      retry: (count, error) => count < TRIES && isPassing(error),
      retryDelay: (count, error) =>
        (error instanceof AtriumError && error.retryAfterS ? error.retryAfterS : count + 1) * 1000,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

function isPassing(error: unknown): boolean {
  if (!(error instanceof AtriumError)) return false;
  return error.status === UNREACHABLE || error.status === 503 || error.status === 429;
}

const router = makeRouter(queries);

export function App() {
  useTranslation(); // a change of the language is drawn everywhere
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <Suspense fallback={null}>
        <Toasts />
      </Suspense>
    </MantineProvider>
  );
}
