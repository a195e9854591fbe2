export { cookieOf, CookieOptions, setCookie } from './cookies';
export { EventStream, EventStreams, LastEventId, ServerEvent, ServerEvents } from './event-stream';
export { HttpEdge } from './edge';
export { Edge, EdgeConfig } from './edge-config';
export { assertMatch, IfMatch } from './if-match';
export { ProblemFilter } from './problem.filter';
export { RouteTable } from './routes';
export { makeAdapter } from './server';
