export { LimitsModule } from './limits.module';
export { RateLimiter } from './rate-limiter';
