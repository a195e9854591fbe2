import type { FastifyRequest } from 'fastify';
import { DocumentNode, Kind } from 'graphql';
import { LIMITS } from './document-limits';
import { GraphqlInvalid } from './format-errors';

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
 * Keeps documents of several operations from being compiled: the engine remembers one compiled query of a document, whichever
 * of its operations it was compiled for.
 */
export function keepApart(_schema: unknown, document: DocumentNode): { document: DocumentNode } | undefined {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operations.length > 1 ? { document } : undefined;
}

/** `extensions: null` is as good as none (GraphQL over HTTP, "request parameters"); the engine's own schema refuses it. */
export function forgiveNull({ body }: FastifyRequest, _reply: unknown, done: () => void): void {
  const parameters = body as { extensions?: unknown } | null | undefined;
  if (parameters?.extensions === null) delete parameters.extensions;
  done();
}
