import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError, MethodNotAllowed, RouteNotFound } from '../../kernel/errors';

/** The methods of each registered path, so that a wrong method is distinguished from a wrong address. */
@Injectable()
export class RouteTable {
  private readonly patterns = new Map<string, { match: RegExp; methods: Set<string> }>();

  /** Listens to the registrations from now on. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ url, method }) => {
      if (url === '*') return; // answers preflight requests of CORS, whatever the path: no place of its own
      const known = this.patterns.get(url) ?? { match: toRegExp(url), methods: new Set<string>() };
      for (const one of [method].flat()) known.methods.add(one);
      this.patterns.set(url, known);
    });
  }

  /** Why nothing answered: 405 when the path answers to other methods, else 404. */
  whyNot(request: FastifyRequest): AppError {
    const path = request.url.split('?', 1)[0];
    const allowed = new Set<string>();
    for (const { match, methods } of this.patterns.values()) {
      if (match.test(path)) methods.forEach((method) => allowed.add(method));
    }
    return allowed.size > 0 && !allowed.has(request.method)
      ? new MethodNotAllowed({ allowed: [...allowed].sort() })
      : new RouteNotFound();
  }
}

function toRegExp(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
}
