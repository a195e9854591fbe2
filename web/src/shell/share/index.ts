export { CommentsPanel, ShareDialog } from './on-demand';
export type { ResourceRef } from './resource-ref';
