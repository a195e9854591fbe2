export { CONFIG } from './config.token';
export { Config, envExample, loadConfig } from './config';
export { choice, ConfigError, EnvField, FieldProblem, flag, int, list, parsed, text, url } from './fields';
export { FastPath } from './fast-paths';
export { parseRateLimit, RateLimit, RateLimits } from './rate-limits';
export { defineSettings, Settings, settingsOf } from './settings';
