export { CONFIG } from './config.token';
export { Config, ConfigError, envExample, loadConfig } from './config';
export {
  GatewayFallback,
  GatewayRoute,
  GatewayTarget,
  GatewayUpstream,
  makeAjv,
  PLAIN_ACCESS,
} from './gateway-upstreams';
export { isPlainHttp, OidcProviderConfig } from './oidc-providers';
export { parseRateLimit, RateLimit, RateLimits } from './rate-limits';
