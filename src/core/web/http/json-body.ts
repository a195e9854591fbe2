import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from '../../kernel/errors';

const JSON_TYPE = 'application/json';
const UTF_8 = /^utf-?8$/i;

/**
 * Reads JSON. None at all counts as no body, since clients name its type whether they send one or not; where a body is needed
 * the handler's input says what is missing. JSON is UTF-8 (RFC 8259 section 8.1): any other charset is refused.
 */
export function readJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(JSON_TYPE);
  server.addContentTypeParser(JSON_TYPE, { parseAs: 'string' }, (request, body, done) => {
    if (!isUtf8(request)) return done(new UnsupportedMediaType());
    if (body !== '') return void parse(request, body as string, done);
    request.context.emptyJson = true;
    done(null, undefined);
  });
}

function isUtf8({ headers }: FastifyRequest): boolean {
  const [, ...parameters] = (headers['content-type'] ?? '').split(';');
  const charsets = parameters.flatMap((one) => /^\s*charset\s*=\s*"?([^"]*?)"?\s*$/i.exec(one)?.[1] ?? []);
  return charsets.every((one) => UTF_8.test(one));
}
