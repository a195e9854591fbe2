import type { FastifyInstance } from 'fastify';
import type { Config } from '../../kernel/config';
import { tool } from '../system/system.controller';

/** A browser that opens /graphql gets GraphiQL; mercurius owns the route, so this comes before it. */
export function installPlayground(server: FastifyInstance, config: Config): void {
  if (!config.apiDocs) return;
  server.addHook('onRequest', async (request, reply) => {
    const browser = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (browser && request.url === '/graphql') await reply.send(tool(reply, 'graphiql'));
  });
}
