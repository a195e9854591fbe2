import type { FastifyReply, FastifyRequest } from 'fastify';
import { DocumentNode, Kind } from 'graphql';
import { LIMITS } from './document-limits';
import { GraphqlInvalid, PersistedQueryNotSupported } from './format-errors';

/** JSON, with which no GraphQL begins: a brace with a text or nothing in it, or any other value. */
const JSON_TEXT = /^\s*(?:\{\s*["}]|["[\d-]|(?:true|false|null)\s*$)/;

/**
 * Before a document is parsed, or looked up among the parsed. The engine would remember texts of any length, and would take
 * JSON for a document already parsed, past the bound of tokens.
 * @throws GraphqlInvalid
 */
export function checkText(_schema: unknown, text: string): void {
  if (text.length > LIMITS.characters) {
    throw new GraphqlInvalid({ reason: `The document has more than ${LIMITS.characters} characters.` });
  }
  if (JSON_TEXT.test(text)) throw new GraphqlInvalid({ reason: 'The document is no GraphQL.' });
}

/**
 * Keeps from the compiled query what it would answer wrongly: the engine remembers one of a document, whichever of its
 * operations it was compiled for, and asks no more whether the operation that is named is there.
 */
export function keepApart(
  _schema: unknown,
  document: DocumentNode,
  context: object,
): { document: DocumentNode } | undefined {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const wanted = parametersOf((context as { readonly req?: FastifyRequest }).req).find(
    ({ operationName }) => operationName,
  )?.operationName;
  const isPlain = operations.length <= 1 && (!wanted || operations[0]?.name?.value === wanted);
  return isPlain ? undefined : { document };
}

/**
 * Before the engine's own schema makes one thing of another. `extensions: null` is as good as none (GraphQL over HTTP, "request
 * parameters"), which that schema refuses; a document or a name that is no text is refused, which it takes.
 */
export function checkParameters(request: FastifyRequest, _reply: unknown, done: (error?: Error) => void): void {
  for (const parameters of parametersOf(request)) {
    if (parameters.extensions === null) delete parameters.extensions;
    if (isHashAlone(parameters)) return done(new PersistedQueryNotSupported());
    for (const name of ['query', 'operationName'] as const) {
      const value = parameters[name];
      if (value === undefined || value === null || typeof value === 'string') continue;
      return done(new GraphqlInvalid({ reason: `\`${name}\` must be text.` }));
    }
  }
  done();
}

const RESPONSE_TYPE = 'application/graphql-response+json';

/** A client that asks for GraphQL's own media type gets it (GraphQL over HTTP, "media types"); any other gets JSON. */
export function answerInType(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void {
  if (request.headers.accept?.includes(RESPONSE_TYPE))
    void reply.header('content-type', `${RESPONSE_TYPE}; charset=utf-8`);
  done(null, payload);
}

type Done = (error: Error | null, payload: unknown) => void;

/** Whether a client tries an automatic persisted query: the hash of a document, without the document. */
function isHashAlone({ query, extensions }: Parameters): boolean {
  const given = typeof extensions === 'string' ? extensions : JSON.stringify(extensions ?? {});
  return (query === undefined || query === null) && given.includes('"persistedQuery"');
}

interface Parameters {
  query?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

/** Of the body, and of the query string. */
function parametersOf(request: FastifyRequest | undefined): Parameters[] {
  const isObject = (one: unknown): one is Parameters => typeof one === 'object' && one !== null;
  return [request?.body, request?.query].filter(isObject);
}
