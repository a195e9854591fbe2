import { defineError, defineHidden } from '../../../../core/kernel/errors';

export const IdentityProviderNotFound = defineError(
  'identity_provider_not_found',
  404,
  'There is no such provider to log in through.',
);
export const IdentityProviderUnavailable = defineError<{ retryAfterS: number }>(
  'identity_provider_unavailable',
  503,
  () => 'This provider does not answer just now.',
);
export const IdentityProviderRefused = defineError(
  'identity_provider_refused',
  403,
  'The provider did not vouch for you, or not so that it can be believed.',
);
export const LoginCancelled = defineError('login_cancelled', 403, 'You did not let the provider log you in.');
export const InvalidLoginState = defineError(
  'invalid_login_state',
  401,
  'This login was not begun in this browser, is over or took too long: begin again.',
);
export const EmailNotVerifiedByProvider = defineError(
  'email_not_verified_by_provider',
  403,
  'The provider does not vouch for your e-mail address.',
);
export const EmailDomainNotAllowed = defineError(
  'email_domain_not_allowed',
  403,
  'Addresses of this domain cannot register.',
);
export const AccountExists = defineError(
  'account_exists',
  409,
  'There is an account with this address: log in to it and link the provider there.',
);
export const IdentityTaken = defineError('identity_taken', 409, 'This identity belongs to another account.');
export const ProviderAlreadyLinked = defineError(
  'provider_already_linked',
  409,
  'Your account is linked with another identity of this provider: remove that one first.',
);
export const IdentityNotFound = defineHidden('identity_not_found', 'There is no such identity.');
export const LastLoginMethod = defineError(
  'last_login_method',
  409,
  'Nothing else logs you in to this account: set a password first.',
);
