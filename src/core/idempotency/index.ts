export { Idempotency } from './idempotency';
export { IdempotencyInterceptor } from './idempotency.interceptor';
export { IdempotencyKeyReused, InProgress, MalformedIdempotencyKey } from './idempotency.errors';
