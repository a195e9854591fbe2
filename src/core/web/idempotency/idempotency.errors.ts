import { defineError } from '../../kernel/errors';

export const InProgress = defineError('in_progress', 409, 'The first request with this Idempotency-Key still runs.');
export const IdempotencyKeyReused = defineError(
  'idempotency_key_reused',
  422,
  'This Idempotency-Key came with another request before.',
);
export const MalformedIdempotencyKey = defineError(
  'malformed_idempotency_key',
  400,
  'An Idempotency-Key is 1 to 255 visible ASCII characters.',
);
