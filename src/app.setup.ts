import cors from '@fastify/cors';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { healthByPort, listenOnCompatPorts, listenOrSay } from './compat-ports';
import type { Config } from './core/kernel/config';
import type { ModuleManifest } from './core/module';
import { Database, databaseProbe } from './core/data/database';
import { HealthChecks } from './core/kernel/health';
import { installFast } from './core/fast';
import { Application, builtFiles } from './core/web/application';
import { HttpEdge, makeAdapter, routeUpgrades } from './core/web/http';
import { IdempotencyInterceptor } from './core/web/idempotency';
import { NestLog, openLog } from './core/kernel/logging';
import { RealtimeAdapter } from './core/realtime';
import { Redis } from './core/data/redis';
import { OpenApi } from './core/web/openapi/openapi';
import { runUntilSignal } from './core/kernel/runtime/lifecycle';
import { installPlayground } from './core/web/graphql/playground';

/** What scripts of other origins may read of an answer. */
const EXPOSED_HEADERS = [
  ...['x-request-id', 'etag', 'location', 'retry-after', 'idempotency-replayed', 'x-mfa-required'],
  ...['accept-ranges', 'content-range', 'content-disposition'],
  ...['tus-resumable', 'tus-version', 'tus-extension', 'tus-max-size', 'tus-checksum-algorithm'],
  ...['upload-offset', 'upload-length', 'upload-metadata', 'upload-expires'],
];

/** The application as it is served and as it is tested, not yet listening. @param modules instead of those of `modules.ts` */
export async function createApp(config: Config, modules?: readonly ModuleManifest[]): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, modules),
    makeAdapter(config, { rewriteUrl: healthByPort(config) }),
    {
      bodyParser: false,
      logger: new NestLog(),
      abortOnError: false,
    },
  );
  const server = app.getHttpAdapter().getInstance();
  app.get(HttpEdge).install(server);
  app.get(Application).install(server);
  app.get(IdempotencyInterceptor).install();
  installFast(app, config.fastPaths);
  installPlayground(server, config);
  routeUpgrades(server);
  app.useWebSocketAdapter(new RealtimeAdapter(app));
  if (config.corsOrigins.length > 0) {
    // Not by Nest, whose own hook would answer preflight requests before the edge has seen them.
    await server.register(cors, {
      origin: [...config.corsOrigins],
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      credentials: true,
      maxAge: 600,
      exposedHeaders: [...EXPOSED_HEADERS],
    });
  }
  app.get(OpenApi).describe(app);
  const [db, redis, health] = [app.get(Database), app.get(Redis), app.get(HealthChecks)];
  health.register('database', databaseProbe(db), { vital: true, everyMs: 5000 }); // the poller's failure has it probed at once
  health.register('redis', () => redis.client.ping());
  await app.init();
  await server.ready();
  return app;
}

/** Listens, and serves until a signal ends it. */
export async function serve(config: Config): Promise<void> {
  await openLog(config);
  if (!config.apiOnly) builtFiles(); // told before anything else is begun
  const app = await createApp(config);
  await listenOrSay('PORT', config.port, (port) => app.listen(port, config.host));
  await listenOnCompatPorts(app, config); // after PORT: a server that does not listen yet does not watch its connections
  runUntilSignal(app, config);
}
