export { cookieOf, CookieOptions, setCookie } from './cookies';
export { HttpEdge } from './edge';
export { Edge, EdgeConfig } from './edge-config';
export { assertMatch, IfMatch } from './if-match';
export { ProblemFilter } from './problem.filter';
export { RouteTable } from './routes';
export { makeAdapter } from './server';
