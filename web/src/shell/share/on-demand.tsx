import { onceOpened, onDemand } from '../kit/on-demand';

export const ShareDialog = onceOpened(
  async () => (await import('./share-dialog')).ShareDialog,
  ({ opened }) => opened,
);

export const CommentsPanel = onDemand(async () => (await import('./comments-panel')).CommentsPanel);
