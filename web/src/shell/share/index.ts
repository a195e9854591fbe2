export { CommentsPanel } from './comments-panel';
export { ShareDialog } from './share-dialog';
export type { ResourceRef } from './resource-ref';
