import { Readable, Transform } from 'node:stream';
import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from '../../kernel/errors';
import { RouteOptions, RouteOptionsConfig, Takes } from './route-options';

const XML_TYPES = ['application/xml', 'text/xml'];
/** By the charset that is named; a mark of the order of bytes stands above it (RFC 7303 section 3). */
const ENCODINGS: Readonly<Record<string, string>> = {
  ...{ 'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8' },
  ...{ 'utf-16': 'utf-16be', 'utf-16be': 'utf-16be', 'utf-16le': 'utf-16le' },
};
/** How the edge calls these bodies, so that none of the API's parsers reads them. Sent by a client they are 415 as others are. */
const NAMES: Record<Takes['as'], string> = {
  text: 'application/x-atrium-text',
  bytes: 'application/x-atrium-bytes',
  stream: 'application/x-atrium-stream',
};

/** An upload is another one each time, whatever its key says, and the protocols of doors know none. */
const takes = (what: Takes): MethodDecorator => RouteOptions({ takes: what, idempotency: false });

/** The handler reads XML, by `@TextBody()`: UTF-8, or UTF-16 with its mark. Any other type is 415. @param limitBytes beyond it 413 */
export const TakesXml = (limitBytes: number): MethodDecorator => takes({ as: 'text', types: XML_TYPES, limitBytes });

/** The handler reads a body of any type whole, by `@BytesBody()`. @param limitBytes beyond it 413 */
export const TakesBytes = (limitBytes: number): MethodDecorator => takes({ as: 'bytes', types: null, limitBytes });

/** The handler reads a body of any type as it comes, by `@BodyStream()`. @param limitBytes beyond it the stream fails as 413 */
export const TakesStream = (limitBytes: number): MethodDecorator => takes({ as: 'stream', types: null, limitBytes });

const bodyOf = (context: ExecutionContext): unknown => context.switchToHttp().getRequest<FastifyRequest>().body;

/** The text of a body on a route that says `@TakesXml`; empty where there is none. Nothing is parsed: no entity is expanded. */
export const TextBody = createParamDecorator(
  (_: unknown, context: ExecutionContext) => (bodyOf(context) ?? '') as string,
);

/** The bytes of a body on a route that says `@TakesBytes`; none where there is none. */
export const BytesBody = createParamDecorator((_: unknown, context: ExecutionContext) => bodyOf(context) as Buffer);

/** Before the body is read: gives it to the parsers below. @throws UnsupportedMediaType, BodyTooLarge */
export function takeBody(request: FastifyRequest, { as, types, limitBytes }: Takes): void {
  const { headers } = request.raw;
  const type = (headers['content-type'] ?? '').split(';', 1)[0].trim().toLowerCase();
  // Some clients do not name the type of what can only be one (RFC 9110 section 8.3).
  if (types && type !== '' && !types.includes(type)) throw new UnsupportedMediaType();
  if (Number(headers['content-length'] ?? 0) > limitBytes) throw new BodyTooLarge();
  request.headers = { 'content-type': NAMES[as] }; // `request.raw` keeps what was sent
}

/** Reads bodies for handlers that say what they take. */
export function readDoorBodies(server: FastifyInstance): void {
  const takesOf = (request: FastifyRequest, as: Takes['as']): Takes => {
    const { takes: what } = request.routeOptions.config as RouteOptionsConfig;
    if (what?.as !== as) throw new UnsupportedMediaType();
    return what;
  };
  server.addContentTypeParser(NAMES.text, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    takesOf(request, 'text');
    return Promise.resolve(textOf(body, request.raw.headers['content-type'] ?? ''));
  });
  server.addContentTypeParser(NAMES.bytes, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    takesOf(request, 'bytes');
    return Promise.resolve(body);
  });
  server.addContentTypeParser(NAMES.stream, async (request: FastifyRequest, stream: Readable) => {
    return Promise.resolve(limited(stream, takesOf(request, 'stream').limitBytes));
  });
}

/** @throws UnsupportedMediaType for a charset of another kind, MalformedRequest for bytes that are not of it */
function textOf(body: Buffer, contentType: string): string {
  const [, charset] = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(contentType) ?? [];
  const [first, second] = body;
  const mark =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const encoding = mark ?? ENCODINGS[(charset ?? 'utf-8').toLowerCase()];
  if (!encoding) throw new UnsupportedMediaType();
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    throw new MalformedRequest();
  }
}

/** Fails once more comes; the connection stays, so that the client is told. */
function limited(source: Readable, most: number): Readable {
  let size = 0;
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      if (size > most) done(new BodyTooLarge());
      else done(null, part);
    },
  });
  counted.on('error', () => undefined); // whoever reads it hears of it, and nobody may
  source.once('error', (error) => counted.destroy(error));
  source.once('close', () => !source.readableEnded && counted.destroy(new MalformedRequest()));
  return source.pipe(counted);
}
