import { onceOpened } from './on-demand';

export const Confirm = onceOpened(
  async () => (await import('./confirm')).Confirm,
  ({ opened }) => opened,
);

export const Dialog = onceOpened(
  async () => (await import('./dialog')).DialogBox,
  ({ opened }) => opened,
);
