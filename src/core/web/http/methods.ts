import { METHODS } from 'node:http';
import { applyDecorators, RequestMapping, RequestMethod } from '@nestjs/common';
import { REQUEST_METHOD_MAP } from '@nestjs/core/helpers/router-method-factory.js';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { RouteOptions } from './route-options';

/** What a path of OpenAPI 3.1 can describe. */
const DESCRIBED = new Set(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']);

/**
 * A handler of any method that Node reads: `@Method('PROPFIND', '*path')`. The access list and `Allow` name it; the OpenAPI
 * document has no words for methods beyond its own, and an `Idempotency-Key` has no meaning for them.
 * @throws Error for a method that Node refuses
 */
export function Method(method: string, path: string | string[] = ''): MethodDecorator {
  const mapping = RequestMapping({ method: numberOf(method), path });
  return DESCRIBED.has(method)
    ? mapping
    : applyDecorators(mapping, ApiExcludeEndpoint(), RouteOptions({ idempotency: false }));
}

/** Nest numbers the methods it knows; one that it does not know is added to its list, its routing and its adapter. */
function numberOf(method: string): RequestMethod {
  const numbers = RequestMethod as unknown as Record<string, number | string>;
  const known = numbers[method];
  if (typeof known === 'number') return known;
  if (!METHODS.includes(method)) throw new Error(`Node reads no method ${method}`);
  const next = Math.max(...Object.values(numbers).filter((one) => typeof one === 'number')) + 1;
  numbers[method] = next;
  numbers[next] = method;
  const name = method.toLowerCase();
  (REQUEST_METHOD_MAP as Record<number, string>)[next] = name;
  const adapter = FastifyAdapter.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  adapter[name] ??= function (this: Record<string, (...args: unknown[]) => unknown>, ...args) {
    return this.injectRouteOptions(method, ...args);
  };
  return next;
}
