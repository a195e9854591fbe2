import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { proofs } from '../api';
import { AwayBanner } from './away-banner';

const ProofDialog = lazy(() => import('../session/proof-dialog'));

/** What is around every screen. */
export function Root() {
  const asked = useSyncExternalStore(proofs.subscribe, proofs.current);
  return (
    <>
      <AwayBanner />
      <Outlet />
      {asked && (
        <Suspense fallback={null}>
          <ProofDialog asked={asked} />
        </Suspense>
      )}
    </>
  );
}
