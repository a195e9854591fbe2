import { ERRORS_EXTENSION } from '../../../core/web/dto/responds';
import { WITHOUT_KEY_EXTENSION } from '../../../core/web/http/route-options';
import type { PathItem } from '../../../core/web/openapi/openapi';
import { BadGateway, GatewayTimeout, UpstreamNotFound, UpstreamUnavailable } from './gateway.errors';

/** Those that OpenAPI has a word for. */
const METHODS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'] as const;
const WITH_BODY: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);
const ANYTHING = { '*/*': { schema: { type: 'string', format: 'binary' } } };
const ERRORS = [UpstreamNotFound, BadGateway, UpstreamUnavailable, GatewayTimeout];

const parameter = (name: string, description: string): object => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const PARAMETERS = [
  parameter('service', 'Name of a service behind the gateway.'),
  parameter('path', 'What is asked of it: may have slashes, and a query; none of it may lead upwards.'),
];

/** What the documents say of the route that passes calls on, in place of the decorators of a handler. */
export function passedOn(): PathItem {
  const operations = METHODS.map((method) => [method, operationOf(method)] as const);
  return Object.fromEntries(operations);
}

function operationOf(method: string): object {
  return {
    operationId: `gateway_pass_${method}`,
    summary: `Passes a ${method.toUpperCase()} on to the service, as it is, and its answer back.`,
    description:
      'By default for whoever is signed in; a service or a route of it may be public, or want a permission. Server-sent events and WebSockets pass too.',
    tags: ['gateway'],
    security: [{ bearer: [] }],
    parameters: PARAMETERS,
    ...(WITH_BODY.has(method) && { requestBody: { required: false, content: ANYTHING } }),
    responses: {
      200: { description: 'The answer of the service.', content: ANYTHING },
      default: { description: 'The answer of the service, whatever its status.', content: ANYTHING },
    },
    [ERRORS_EXTENSION]: ERRORS.map(({ code }) => code),
    [WITHOUT_KEY_EXTENSION]: true,
  };
}
