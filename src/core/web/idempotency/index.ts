export { Idempotency } from './idempotency';
export { IdempotencyKeyParam } from './idempotency-key.decorator';
export { IdempotencyInterceptor } from './idempotency.interceptor';
export { IdempotencyKeyReused, InProgress, MalformedIdempotencyKey } from './idempotency.errors';
