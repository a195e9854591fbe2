export { CONFIG } from './config.token';
export { Config, ConfigError, envExample, loadConfig } from './config';
export { isPlainHttp, OidcProviderConfig } from './oidc-providers';
export { RateLimit, RateLimits } from './rate-limits';
