import { defineError } from './define-error';

/** One reason why an input was refused; `field` is the name as the client wrote it, `items.0.quantity`. */
export interface FieldIssue {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export const Validation = defineError<{ errors: FieldIssue[] }>('validation', 422, ({ errors }) =>
  errors.length === 1
    ? `${errors[0].field || 'The input'}: ${errors[0].message}.`
    : `${errors.length} fields are not acceptable.`,
);
export const MalformedRequest = defineError('malformed_request', 400, 'The request cannot be read as it stands.');
export const MalformedJson = defineError('malformed_json', 400, 'The body is not well-formed JSON.');
export const Unauthenticated = defineError('unauthenticated', 401, 'A valid bearer token is needed.');
export const Forbidden = defineError('forbidden', 403, 'You do not have the right to do this.');
export const CsrfTokenInvalid = defineError(
  'csrf_token_invalid',
  403,
  'A cookie alone is not enough to change something: send X-CSRF-Token with the value of the csrf cookie.',
);
export const InactiveUser = defineError('inactive_user', 403, 'This account is deactivated.');
export const MfaRequired = defineError('mfa_required', 403, 'The code of your second factor is needed first.');
export const MfaEnrolmentRequired = defineError(
  'mfa_enrolment_required',
  403,
  'Your role asks for a second factor: set one up first.',
);
export const FreshFactorRequired = defineError<{ factor: 'code' | 'password' }>(
  'fresh_factor_required',
  403,
  ({ factor }) => `This asks for a fresh proof that it is you: give your ${factor} at /api/v1/auth/step-up.`,
);
export const RouteNotFound = defineError('not_found', 404, 'There is nothing at this address.');
export const MethodNotAllowed = defineError<{ allowed: string[] }>(
  'method_not_allowed',
  405,
  ({ allowed }) => `This address answers to ${allowed.join(', ')}.`,
);
export const NotAcceptable = defineError<{ formats: readonly string[] }>(
  'not_acceptable',
  406,
  ({ formats }) => `This answers in ${formats.join(', ')}.`,
);
export const RequestTimedOut = defineError('request_timed_out', 408, 'The request did not arrive within a minute.');
export const PreconditionFailed = defineError(
  'precondition_failed',
  412,
  'It has changed since you read it: fetch it again.',
);
export const BodyTooLarge = defineError('body_too_large', 413, 'The body is larger than this address accepts.');
export const UnsupportedMediaType = defineError(
  'unsupported_media_type',
  415,
  'The body is in a format that this address does not read.',
);
export const RangeNotSatisfiable = defineError(
  'range_not_satisfiable',
  416,
  'None of the ranges lies within the content, or there are too many.',
);
export const HeaderTooLarge = defineError('header_too_large', 431, 'The header is larger than the server accepts.');
export const RateLimited = defineError<{ retryAfterS: number }>(
  'rate_limited',
  429,
  ({ retryAfterS }) => `Too many requests: try again in ${retryAfterS} s.`,
);
export const Unavailable = defineError<{ retryAfterS: number }>(
  'unavailable',
  503,
  () => 'A part this needs does not answer just now.',
);
export const Internal = defineError('internal', 500, 'Something went wrong on our side.');
