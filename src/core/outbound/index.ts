export { AddressGuard, AddressRefused } from './address-guard';
export { AddressKind, kindOf } from './addresses';
export { Breaker, BreakerPolicy, BreakerState, BreakerStatus, CircuitOpen, Permit, wordOf } from './breaker';
export { Breakers } from './breakers';
export { guardedAgents, guardedConnector, guardedFetch, guardedSocket } from './guarded-clients';
export { bareHost, GuardedPosts, isHost, PostAttempt, PostResult } from './guarded-posts';
export { inTime } from './in-time';
export { retryAfter } from './retry-after';
