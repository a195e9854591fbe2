export { CommentMentioned } from './comments.events';
export { commentsManifest } from './comments.manifest';
export { CommentsModule } from './comments.module';
