import { defineError } from '../../../core/kernel/errors';

export const InvalidMfaCode = defineError(
  'invalid_mfa_code',
  401,
  'This code is not, or no longer, good: each works once, for a minute at most.',
);
export const MfaAlreadyEnabled = defineError('mfa_already_enabled', 409, 'Your second factor is on already.');
export const MfaNotEnrolled = defineError('mfa_not_enrolled', 409, 'No second factor is being set up: enrol first.');
export const MfaNotEnabled = defineError('mfa_not_enabled', 409, 'You have no second factor.');
export const MfaRequiredForRole = defineError(
  'mfa_required_for_role',
  409,
  'Your role must have a second factor: it cannot be switched off.',
);
export const MfaRateLimited = defineError<{ retryAfterS: number; loginAgain: boolean }>(
  'mfa_rate_limited',
  429,
  ({ retryAfterS, loginAgain }) =>
    loginAgain
      ? 'Too many wrong codes for this login: log in again.'
      : `Too many wrong codes: try again in ${retryAfterS} s.`,
);
