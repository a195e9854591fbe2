import { onceOpened } from '../kit/on-demand';
import type { ConflictDialog as Dialog } from './conflict-dialog';

/** It is generic, which a component that is loaded later cannot be by itself. */
export const ConflictDialog = onceOpened(
  async () => (await import('./conflict-dialog')).ConflictDialog,
  ({ conflict }) => conflict !== null,
) as unknown as typeof Dialog;
