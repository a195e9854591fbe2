import { IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { parse } from 'node:querystring';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '../../kernel/config';
import { AppError, HeaderTooLarge, MalformedRequest, RequestTimedOut, toProblem } from '../../kernel/errors';
import { newId } from '../../kernel/runtime';
import { serialise } from '../dto/serialise';
import type { Type } from '@nestjs/common';
import { closeGently } from './closing';
import { securityHeaders } from './security-headers';

/** Looked at every five seconds, so that a request which does not get on has ended within a minute. */
const REQUEST_MS = 54_000;
const HEADERS_MS = 15_000;
const KEEP_ALIVE_MS = 72_000;
const MAX_HEADER_BYTES = 16_384;
const QUERIES_REMEMBERED = 1000;
const SANE_ID = /^[\w.:@/+=-]{1,128}$/;

/** Nest would put its own error handler in the place of the edge's, which was there before any route. */
class Adapter extends FastifyAdapter {
  override setErrorHandler(): FastifyInstance {
    return this.getInstance();
  }
}

/** What the composition root adds to the server. */
export interface AdapterOptions {
  /** Another address in place of the one that was asked, before any route is looked for. */
  readonly rewriteUrl?: (request: IncomingMessage) => string;
}

/** The one place that depends on the HTTP server underneath. */
export function makeAdapter(config: Config, { rewriteUrl }: AdapterOptions = {}): FastifyAdapter {
  const headers = securityHeaders(config);
  const adapter: FastifyAdapter = new Adapter({
    skipMiddie: true, // there is no middleware of Express's kind
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustProxy as boolean | number | string[],
    requestTimeout: REQUEST_MS,
    connectionTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_MS, maxHeaderSize: MAX_HEADER_BYTES, connectionsCheckingInterval: 5000 },
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 500, querystringParser: rememberQueries() },
    exposeHeadRoutes: true,
    rewriteUrl,
    return503OnClosing: false, // requests on kept connections are still served while we drain
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && SANE_ID.test(given) ? given : newId();
    },
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(new MalformedRequest(), { requestId: request.id, instance: '/' });
      void reply
        .code(problem.status)
        .headers({ ...headers, 'x-request-id': request.id }) // no hook runs for it
        .type('application/problem+json')
        .send(JSON.stringify(problem));
    },
    clientErrorHandler,
  } as FastifyServerOptions as never);
  const server: FastifyInstance = adapter.getInstance();
  server.setSerializerCompiler(({ schema }) => {
    const { dto } = schema as { dto?: Type };
    return dto ? (value: unknown) => serialise(dto, value as object) : JSON.stringify;
  });
  server.removeContentTypeParser('text/plain');
  closeGently(server);
  return adapter;
}

/** One frozen object per query text, so that what was checked once need not be checked again (see DtoPipe). */
function rememberQueries(): (text: string) => object {
  const known = new Map<string, object>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const parsed = Object.freeze({ ...parse(text) });
    if (known.size >= QUERIES_REMEMBERED) known.clear();
    known.set(text, parsed);
    return parsed;
  };
}

/** What Node's parser refuses never becomes a request; it gets its problem on the bare socket. */
function clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refused = refusalOf(error.code);
  const requestId = newId();
  const body = JSON.stringify(toProblem(refused, { requestId, instance: '/' }));
  socket.end(
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status]}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nX-Request-Id: ${requestId}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(), // else who keeps sending keeps it open
  );
}

function refusalOf(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') return new HeaderTooLarge();
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? new RequestTimedOut() : new MalformedRequest();
}
