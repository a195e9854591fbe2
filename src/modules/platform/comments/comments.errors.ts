import { defineError } from '../../../core/kernel/errors';

export const CommentNotFound = defineError('comment_not_found', 404, 'There is no such comment.');
export const CommentNotOwn = defineError('comment_not_own', 403, 'Only who wrote a comment may do this.');
export const CommentIsAnswer = defineError(
  'comment_is_answer',
  409,
  'An answer has no state of its own: resolve the comment that it answers.',
);
