export { cookieOf, CookieOptions, setCookie } from './cookies';
export { BodyStream, StreamedBody } from './body-stream';
export { answerContent, AskedBytes, Content, ReadConditions, Reading } from './content';
export { ByteRange } from './byte-ranges';
export { BytesBody, TakesBytes, TakesStream, TakesXml, TextBody } from './door-bodies';
export { EndsWithSession } from './ends-with-session';
export {
  EventStream,
  EventStreams,
  LastEventId,
  MaybeEventStream,
  SERVER_EVENTS,
  ServerEvent,
  ServerEvents,
} from './event-stream';
export { HttpEdge } from './edge';
export { RouteOptions, RouteOptionsConfig, routeOptionsOf } from './route-options';
export { Format, FORMATS, Formats, FormatQuery } from './formats';
export { assertMatch, IfMatch } from './if-match';
export { listenAlso } from './listeners';
export { Method } from './methods';
export { Multipart, MultipartFile, readMultipart } from './multipart';
export { basePathOf, PublicAddress, publicUrlOf } from './public-address';
export { ProblemFilter } from './problem.filter';
export { RouteTable } from './routes';
export { isSameCaller, POLL_INTERVAL_MS } from './same-caller';
export { AdapterOptions, makeAdapter } from './server';
export { routeUpgrades, Upgrade, upgradeOf } from './upgrades';
export { WholeBody } from './whole-body';
