import { consume, defineModule, keep } from '../../../core/module';
import { NOTIFICATION_CATEGORIES } from '../../communication/notifications';
import { COMMENT_ADDED, COMMENT_MENTIONED, CommentNotices } from './comment-notices';
import { CommentMentioned } from './comments.events';
import { COMMENTS_INVARIANTS } from './comments.invariants';
import { CommentsModule } from './comments.module';
import { CommentsPersonalData } from './comments-personal-data';

export const commentsManifest = defineModule({
  name: 'comments',
  group: 'platform',
  module: CommentsModule,
  uses: ['activity', 'notifications', 'sharing', 'users'],
  events: [
    consume(CommentMentioned, 'comments.notify-mentioned', CommentNotices, (notices, event) =>
      notices.mentioned(event),
    ),
  ],
  extends: [NOTIFICATION_CATEGORIES.add(COMMENT_ADDED, COMMENT_MENTIONED)],
  invariants: COMMENTS_INVARIANTS,
  personalData: [CommentsPersonalData],
  housekeeping: [keep(['comments'], 'until it is deleted, and no longer than the resource')],
});
