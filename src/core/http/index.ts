export { cookieOf, CookieOptions, setCookie } from './cookies';
export { HttpEdge } from './edge';
export { Edge, EdgeConfig } from './edge-config';
export { Format, FORMATS, Formats, FormatQuery } from './formats';
export { assertMatch, IfMatch } from './if-match';
export { ProblemFilter } from './problem.filter';
export { RouteTable } from './routes';
export { makeAdapter } from './server';
export { WholeBody } from './whole-body';
