import { defineError, defineHidden } from '../../../core/kernel/errors';

export const InvalidCredentials = defineError(
  'invalid_credentials',
  401,
  'No account has this name and this password together.',
);
export const InvalidRefreshToken = defineError(
  'invalid_refresh_token',
  401,
  'This refresh token is not, or no longer, good: log in again.',
);
export const RoleNotAllowed = defineError('role_not_allowed', 403, 'Only the roles user and student can be asked for.');
export const InvalidOneTimeToken = defineError(
  'invalid_one_time_token',
  401,
  'This link is not, or no longer, good: ask for another.',
);
/** 403 and not 401: the bearer token is good, and a client that reads 401 would refresh it and try again. */
export const WrongCurrentPassword = defineError('wrong_current_password', 403, 'The current password is another one.');
export const NoFactor = defineError('no_factor', 409, 'You have neither password nor second factor: log in again.');
export const LoginSlowed = defineError<{ retryAfterS: number }>(
  'login_slowed',
  429,
  ({ retryAfterS }) => `Too many wrong passwords: try again in ${retryAfterS} s.`,
);
export const SessionNotFound = defineHidden('session_not_found', 'There is no such session.');
export const AppPasswordNotFound = defineHidden('app_password_not_found', 'There is no such app password.');
export const ServiceTokenNotFound = defineError('service_token_not_found', 404, 'There is no such service token.');
export const UnsupportedGrantType = defineError(
  'unsupported_grant_type',
  400,
  'grant_type is password, refresh_token or client_credentials.',
);
export const InvalidScope = defineError('invalid_scope', 400, 'This client does not have all of these scopes.');
export const AdminExists = defineError('admin_exists', 409, 'There is an active admin already.');
export const ServiceClientNotFound = defineError('service_client_not_found', 404, 'There is no such service.');
export const InvalidClient = defineError('invalid_client', 401, 'These are not the credentials of a service.');
