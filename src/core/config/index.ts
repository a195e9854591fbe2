export { CONFIG } from './config.token';
export { Config, ConfigError, envExample, loadConfig } from './config';
export { RateLimit, RateLimits } from './rate-limits';
