import { defineError } from '../../../core/kernel/errors';

export const EmailTaken = defineError('email_taken', 409, 'There is an account with this e-mail address.');
export const UsernameTaken = defineError('username_taken', 409, 'This username belongs to somebody else.');
export const UserNotFound = defineError('user_not_found', 404, 'There is no such user.');
export const LastAdmin = defineError('last_admin', 409, 'There would be no active administrator left.');
