export { CLOSE, Connection } from './connection';
export { Connections } from './connections';
export { FrameWay, FrameWays, Outgoing } from './frame-ways';
export { Gateway } from './gateway.decorator';
export { BINARY, Frame, GatewayLimits, GatewayOptions, SocketQuotas, TextFrames } from './gateway-options';
export { Handshake } from './handshake';
export { isAllowedOrigin } from './origins';
export { RealtimeAdapter } from './realtime.adapter';
export { SessionWatch } from './session-watch';
