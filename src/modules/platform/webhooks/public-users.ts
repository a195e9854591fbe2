import { UserRegistered, UsersPermission } from '../../identity/users';
import { defineWebhookEvent, WebhookSubject } from './webhook-events';

/** Accounts, which the module of users cannot tell of itself: it is used here. */
const USER: WebhookSubject = {
  word: 'user',
  path: (id) => `/api/v1/users/${id}`,
  permission: UsersPermission.Manage,
};

export const USER_REGISTERED = defineWebhookEvent('users.registered', USER, UserRegistered, ({ userId }) => [userId]);
