import { METHODS } from 'node:http';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AccessList } from '../../../core/web/access';
import { RouteOptionsConfig } from '../../../core/web/http';
import { OpenApi } from '../../../core/web/openapi/openapi';
import { passedOn } from './gateway-document';
import { GATEWAY_CALL, GATEWAY_PATH, Proxy } from './proxy/proxy';

/** Would answer with what was sent, the identity we have added among it (RFC 9110 section 9.3.8). */
const NEVER: ReadonlySet<string> = new Set(['TRACE', 'CONNECT']);

/**
 * The route of the gateway, beside Nest's: what Nest does with a request (parsing, pipes, serialising) is nothing a body that
 * passes through may meet. The edge and the guard are the same.
 */
@Injectable()
export class GatewayRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly access: AccessList,
    private readonly openApi: OpenApi,
    private readonly proxy: Proxy,
  ) {}

  onModuleInit(): void {
    this.openApi.add(`${GATEWAY_PATH}{service}/{path}`, passedOn());
    this.access.add({ call: GATEWAY_CALL, access: 'signed in, unless its upstream says otherwise' });
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const methods = METHODS.filter((one) => !NEVER.has(one));
    for (const one of methods) if (!server.supportedMethods.includes(one)) server.addHttpMethod(one, { hasBody: true });
    void server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
      const config: RouteOptionsConfig = { raw: true };
      for (const url of [`${GATEWAY_PATH}:service`, `${GATEWAY_PATH}:service/*`]) {
        scope.route({
          method: methods,
          url,
          config,
          exposeHeadRoute: false,
          handler: (...both) => this.proxy.serve(...both),
        });
      }
      done();
    });
  }
}
