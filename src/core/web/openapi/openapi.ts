import { INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { RECENT_AUTH_EXTENSION } from '../access';
import { ERRORS_EXTENSION } from '../dto/responds';
import { FORM_DATA, WITHOUT_KEY_EXTENSION, WHOLE_FIELD } from '../http/route-options';
import { PublicAddress } from '../http/public-address';
import { EVENTS_EXTENSION } from '../http/event-stream';
import { AnyErrorType, definedErrors } from '../../kernel/errors';
import { problemResponse } from './problem-responses';
import { asVersion31 } from './version-3-1';

type Components = NonNullable<OpenAPIObject['components']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & Record<string, unknown>;

export type PathItem = OpenAPIObject['paths'][string];

const VERBS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'] as const;
const SAFE: readonly string[] = ['get', 'head', 'options'];
const DESCRIPTION = `The back end of a school, academy or small company in one application.

Sign in with **Authorize** (e-mail or username and password), or send \`Authorization: Bearer …\`. Names are snake_case,
times ISO 8601 in UTC, money exact decimal strings. Errors are problem documents (RFC 9457) with a stable \`code\`.
Every unsafe call takes an \`Idempotency-Key\`.`;

const COOKIE = {
  type: 'apiKey' as const,
  description:
    'The session of a browser; over plain http named `atrium`. What changes something also needs the header `X-CSRF-Token` with the value of the cookie `__Host-atrium_csrf` (`atrium_csrf`).',
};

/** The OpenAPI document, completed with what every route has in common. */
@Injectable()
export class OpenApi {
  private app: INestApplication | null = null;
  private made: OpenAPIObject | null = null;
  private readonly added: Record<string, PathItem> = {};

  constructor(private readonly addresses: PublicAddress) {}

  /** Called once the application is made: the document is read from its routes. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  /** Adds what is called without a handler of Nest's; what every route has in common comes to it as to them. */
  add(path: string, item: PathItem): void {
    this.added[path] = item;
  }

  document(): OpenAPIObject {
    if (!this.app) throw new Error('No application to describe yet');
    if (this.made) return this.made;
    const document = SwaggerModule.createDocument(this.app, base(this.addresses), { operationIdFactory });
    Object.assign(document.paths, this.added);
    return (this.made = asVersion31(complete(document)));
  }
}

function operationIdFactory(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase())}_${method}`;
}

function base(addresses: PublicAddress): Omit<OpenAPIObject, 'paths'> {
  const tokenUrl = addresses.pathOf('/api/v1/auth/token');
  return new DocumentBuilder()
    .setTitle('Atrium')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addServer(addresses.base || '/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addCookieAuth('__Host-atrium', COOKIE, 'cookie')
    .addOAuth2({ type: 'oauth2', flows: { password: { tokenUrl, scopes: {} } } }, 'login')
    .build();
}

function complete(document: OpenAPIObject): OpenAPIObject {
  const errors = new Map(definedErrors().map((error) => [error.code, error]));
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: PROBLEM, ValidationProblem: VALIDATION_PROBLEM };
  components.headers = HEADERS;
  components.parameters = { 'Idempotency-Key': IDEMPOTENCY_KEY, 'If-None-Match': IF_NONE_MATCH };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb] as Operation | undefined;
      if (operation) completeOperation(path, verb, operation, components, errors);
    }
  }
  const tags = Object.values(document.paths).flatMap((item) => VERBS.flatMap((verb) => item[verb]?.tags ?? []));
  document.tags = [...new Set(tags)].sort().map((name) => ({ name }));
  document.paths = sorted(document.paths);
  components.schemas = sorted(components.schemas);
  components.responses = sorted(components.responses ?? {});
  components.examples = sorted(components.examples ?? {});
  return document;
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function completeOperation(
  path: string,
  verb: (typeof VERBS)[number],
  operation: Operation,
  components: Components,
  errors: ReadonlyMap<string, AnyErrorType>,
): void {
  const own = (operation[ERRORS_EXTENSION] as string[] | undefined) ?? [];
  delete operation[ERRORS_EXTENSION];
  const fresh = Boolean(operation[RECENT_AUTH_EXTENSION]);
  delete operation[RECENT_AUTH_EXTENSION];
  const guarded = (operation.security?.length ?? 0) > 0;
  if (guarded) operation.security = [{ bearer: [] }, { login: [] }, { cookie: [] }];
  nameFile(operation);
  const unsafe = !SAFE.includes(verb);
  const isWithoutKey = Boolean(operation[WITHOUT_KEY_EXTENSION]);
  delete operation[WITHOUT_KEY_EXTENSION];
  const json = path.startsWith('/api/');
  const takesInput = Boolean(operation.requestBody) || (operation.parameters?.length ?? 0) > 0;
  const codes = new Set([
    'malformed_request',
    ...(operation.requestBody ? ['malformed_json', 'body_too_large', 'unsupported_media_type'] : []),
    ...(guarded ? ['unauthenticated', 'forbidden', 'mfa_required', 'mfa_enrolment_required'] : []),
    ...(guarded && unsafe ? ['csrf_token_invalid'] : []),
    ...(fresh ? ['fresh_factor_required'] : []),
    ...(takesInput ? ['validation'] : []),
    ...(unsafe && json && !isWithoutKey ? ['malformed_idempotency_key', 'in_progress', 'idempotency_key_reused'] : []),
    ...own,
    'rate_limited',
    'internal',
    'unavailable',
  ]);
  addProblems(
    operation,
    components,
    [...codes].map((code) => errors.get(code)).filter((error) => error !== undefined),
  );
  if (operation[EVENTS_EXTENSION]) {
    const good = operation.responses['200'] as { content: Record<string, object> };
    good.content = { ...good.content, 'text/event-stream': { schema: { type: 'string' } } };
    delete operation[EVENTS_EXTENSION];
  }
  if (unsafe && json && !isWithoutKey) addParameter(operation, { $ref: '#/components/parameters/Idempotency-Key' });
  if (verb === 'get' && json) {
    addParameter(operation, { $ref: '#/components/parameters/If-None-Match' });
    operation.responses['304'] = { description: 'Not modified: the caller has it already.' };
  }
  for (const response of Object.values(operation.responses) as { $ref?: string; headers?: object }[]) {
    if (!response.$ref) response.headers = { ...response.headers, ...HEADER_REFERENCES };
  }
}

/** Bytes that may also come by a form are a field of it there. */
function nameFile({ requestBody }: Operation): void {
  const form = (requestBody as { content?: Record<string, { schema: object }> } | undefined)?.content?.[FORM_DATA];
  if (!form || !('format' in form.schema)) return;
  form.schema = { type: 'object', required: [WHOLE_FIELD], properties: { [WHOLE_FIELD]: form.schema } };
}

function addProblems(operation: Operation, components: Components, errors: readonly AnyErrorType[]): void {
  for (const [status, same] of [...groupByStatus(errors)].sort(([a], [b]) => a - b)) {
    operation.responses[String(status)] = problemResponse(components, status, same, HEADER_REFERENCES);
  }
}

function groupByStatus(errors: readonly AnyErrorType[]): Map<number, AnyErrorType[]> {
  const groups = new Map<number, AnyErrorType[]>();
  for (const error of errors) groups.set(error.status, [...(groups.get(error.status) ?? []), error]);
  return groups;
}

function addParameter(operation: Operation, parameter: object): void {
  operation.parameters = [...(operation.parameters ?? []), parameter as never];
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'The same key, caller and input give the first answer again, for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header' as const,
  required: false,
  description: 'ETag of the representation the caller has.',
  schema: { type: 'string' },
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem document; an error has further members of its own.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable word to tell errors apart.' },
    request_id: { type: 'string' },
  },
  additionalProperties: true,
};

const VALIDATION_PROBLEM = {
  allOf: [{ $ref: '#/components/schemas/Problem' }],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const HEADERS = {
  'X-Request-Id': { description: 'Of this request, also in the logs.', schema: { type: 'string' } },
  'RateLimit-Limit': { description: 'Requests in a window.', schema: { type: 'integer' } },
  'RateLimit-Remaining': { description: 'Requests left.', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: 'Seconds until some are free again.', schema: { type: 'integer' } },
};

const HEADER_REFERENCES = Object.fromEntries(
  Object.keys(HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);
