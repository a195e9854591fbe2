import { join } from 'node:path';
import { Controller, Get, Header, Headers, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags, OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access';
import { Config, CONFIG } from '../../kernel/config';
import { Summary } from '../dto/responds';
import { RouteNotFound, Unauthenticated, Unavailable } from '../../kernel/errors';
import { Health, HealthChecks } from '../../kernel/health';
import { RouteOptions } from '../http/route-options';
import { PublicAddress } from '../http/public-address';
import { TOOL_POLICY } from '../http/security-headers';
import { Metrics } from '../../kernel/metrics';
import { same } from '../../kernel/runtime';
import { Application, builtFiles } from '../application';
import { asset } from './assets';
import { OpenApi } from '../openapi/openapi';
import { HTML, Pages } from './pages';

const pages = new Pages(join(__dirname, 'pages'));
const DOCS_HOUR = 'public, max-age=3600';

/** The addresses of everything, for a client that wants JSON from `/`. */
function linksOf(addresses: PublicAddress): Record<string, string> {
  return {
    name: 'Atrium',
    api: addresses.pathOf('/api/v1'),
    docs: addresses.pathOf('/docs'),
    openapi: addresses.pathOf('/openapi.json'),
    graphql: addresses.pathOf('/graphql'),
    health: addresses.pathOf('/health'),
    metrics: addresses.pathOf('/metrics'),
  };
}

/** What belongs to no module: the first page, health, metrics, documents. */
@ApiTags('system')
@Controller()
export class SystemController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly addresses: PublicAddress,
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
    private readonly openApi: OpenApi,
    private readonly application: Application,
  ) {}

  @Get()
  @Public()
  @ApiExcludeEndpoint()
  landing(@Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): unknown {
    if (this.config.apiOnly || !accept?.includes('text/html')) return linksOf(this.addresses);
    return this.application.page(reply);
  }

  @Get('health')
  @Public()
  @Summary('How the application and its parts do.')
  @ApiOkResponse({ description: 'Every part and how it does.', schema: healthSchema() })
  whole(): Promise<Health> {
    return this.health.whole();
  }

  @Get('health/live')
  @Public()
  @Summary('Whether the process runs.')
  @RouteOptions({ unlimited: true })
  @ApiOkResponse({ description: 'The process runs.', schema: statusSchema('live') })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** @throws Unavailable until it can serve, and while it drains */
  @Get('health/ready')
  @Public()
  @Summary('Whether requests can be served.')
  @RouteOptions({ unlimited: true })
  @ApiOkResponse({ description: 'Requests can be served.', schema: statusSchema('ready') })
  ready(): { status: 'ready' } {
    if (!this.health.ready()) throw new Unavailable({ retryAfterS: 1 });
    return { status: 'ready' };
  }

  /** @throws Unauthenticated when METRICS_TOKEN, which production needs, is not presented */
  @Get('metrics')
  @Public()
  @Summary('Numbers for Prometheus.')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOkResponse({ description: 'Prometheus text format.', content: { 'text/plain': { schema: { type: 'string' } } } })
  scrape(@Headers('authorization') authorization: string | undefined): Promise<string> {
    const { metricsToken, env } = this.config;
    const open = metricsToken === '' && env !== 'production';
    if (!open && !(metricsToken && same(authorization ?? '', `Bearer ${metricsToken}`))) throw new Unauthenticated();
    return this.metrics.registry.metrics();
  }

  @Get('docs')
  @Public()
  @ApiExcludeEndpoint()
  docs(@Res({ passthrough: true }) reply: FastifyReply): string {
    this.needDocs();
    return tool(reply, 'docs');
  }

  @Get('openapi.json')
  @Public()
  @ApiExcludeEndpoint()
  openapi(): OpenAPIObject {
    this.needDocs();
    return this.openApi.document();
  }

  @Get('assets/:name')
  @Public()
  @Header('cache-control', DOCS_HOUR)
  @ApiExcludeEndpoint()
  asset(@Param('name') name: string): StreamableFile {
    return asset(name);
  }

  private needDocs(): void {
    if (!this.config.apiDocs) throw new RouteNotFound();
  }
}

/** Answers with a page that holds somebody else's tool, under a content policy it can live with. */
export function tool(reply: FastifyReply, name: 'docs' | 'graphiql'): string {
  void reply.type(HTML).header('content-security-policy', TOOL_POLICY);
  return name === 'graphiql' ? builtFiles().page(name) : pages.html(name);
}

function statusSchema(status: string) {
  return { type: 'object', required: ['status'], properties: { status: { type: 'string', enum: [status] } } };
}

function healthSchema() {
  return {
    type: 'object',
    required: ['status', 'timestamp', 'services', 'breakers'],
    properties: {
      status: { type: 'string', enum: ['healthy', 'degraded'] },
      timestamp: { type: 'string', format: 'date-time' },
      services: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: {
            status: { type: 'string', enum: ['healthy', 'unhealthy'] },
            response_time: { type: 'number', description: 'How long the last probe took, milliseconds.' },
            age: { type: 'number', description: 'How long ago the last probe ended, milliseconds.' },
            note: { type: 'string', description: 'What is to be known of it whatever a probe finds.' },
          },
        },
      },
      breakers: {
        type: 'object',
        description: 'Of the calls outward, by whom they go to.',
        additionalProperties: { type: 'string', enum: ['closed', 'open', 'half_open'] },
      },
    },
  };
}
