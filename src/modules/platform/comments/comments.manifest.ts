import { defineModule, keep } from '../../../core/module';
import { COMMENTS_INVARIANTS } from './comments.invariants';
import { CommentsModule } from './comments.module';
import { CommentsPersonalData } from './comments-personal-data';

export const commentsManifest = defineModule({
  name: 'comments',
  group: 'platform',
  module: CommentsModule,
  uses: ['activity', 'sharing'],
  invariants: COMMENTS_INVARIANTS,
  personalData: [CommentsPersonalData],
  housekeeping: [keep(['comments'], 'until it is deleted, and no longer than the resource')],
});
