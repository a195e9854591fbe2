import { lazy, Suspense } from 'react';
import { MODULES } from '../modules';

const parts = MODULES.flatMap(({ name, head }) => (head ? [{ name, Part: lazy(head) }] : []));

/** What modules put into the head. */
export function HeadParts() {
  return parts.map(({ name, Part }) => (
    <Suspense key={name} fallback={null}>
      <Part />
    </Suspense>
  ));
}
