import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AccessList } from '../access/access-list';
import { HttpEdge } from '../http/edge';
import { PublicAddress } from '../http/public-address';
import { HTML, placed } from '../system/pages';
import { Config, CONFIG } from '../../kernel/config';
import { localeOfCaller } from '../../kernel/context/context';
import { RouteNotFound } from '../../kernel/errors';
import { BuiltFiles, findBuiltFiles } from './built-files';
import { indexPage } from './index-page';

const FOREVER = 'public, max-age=31536000, immutable';
/** Where a wrong address is told to a program and never to a person: nobody types these. */
const NOT_FOR_PEOPLE = /^\/(api|app|assets|ws|health|metrics|graphql|\.well-known)(\/|$)/;

/**
 * The web application: every path of its screens answers with it, and what it loads lies below `/app/`. Its pages hold nothing; they ask
 * the API like anybody. `API_ONLY` leaves out all but the files.
 */
@Injectable()
export class Application {
  private html = '';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly addresses: PublicAddress,
    private readonly access: AccessList,
    private readonly edge: HttpEdge,
  ) {}

  /** Registers its routes; after the edge's hooks. Commands run before it is built, and serve nothing. */
  install(server: FastifyInstance): void {
    const files = findBuiltFiles();
    if (!files) return;
    server.get('/app/:name', { config: { unlimited: true } }, (request, reply) => sendFile(files, request, reply));
    this.access.add({ call: 'GET /app/{name}', access: 'public' });
    if (this.config.apiOnly) return;
    this.html = placed(files.page('index'), this.addresses);
    for (const path of files.paths().filter((one) => one !== '/')) {
      const route = path.replace(/\$(\w+)/g, ':$1');
      // The log has the route alone: what stands in the address of a screen may be a secret, such as a transcript's code.
      server.get(route, { config: { secretPath: true } }, (_request, reply) => reply.send(this.page(reply)));
      this.access.add({ call: `GET ${route.replace(/:(\w+)/g, '{$1}')}`, access: 'public' });
    }
    this.edge.pageForMissing = (request, reply) => {
      if (!isForPeople(request)) return false;
      void reply.code(404).send(this.page(reply));
      return true;
    };
  }

  /** The HTML of the application, for an answer whose headers it sets. */
  page(reply: FastifyReply): string {
    const { html, policy } = indexPage(this.html, localeOfCaller());
    void reply.type(HTML).header('content-security-policy', policy);
    return html;
  }
}

function sendFile(files: BuiltFiles, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { name } = request.params as { name: string };
  const file = files.file(name, /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')));
  if (!file) throw new RouteNotFound();
  if (file.isPacked) reply.header('content-encoding', 'gzip');
  return reply
    .type(file.type)
    .headers({ 'cache-control': FOREVER, vary: 'accept-encoding', 'content-length': file.size })
    .send(file.open());
}

function isForPeople({ is404, method, url, headers }: FastifyRequest): boolean {
  if (!is404 || (method !== 'GET' && method !== 'HEAD')) return false;
  return Boolean(headers.accept?.includes('text/html')) && !NOT_FOR_PEOPLE.test(url.split('?', 1)[0]);
}
