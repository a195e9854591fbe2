export { CLOSE, Connection } from './connection';
export { Connections } from './connections';
export { Gateway, GatewayOptions } from './gateway.decorator';
export { Handshake } from './handshake';
export { isAllowedOrigin } from './origins';
export { RealtimeAdapter } from './realtime.adapter';
export { SessionWatch } from './session-watch';
