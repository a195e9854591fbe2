import { DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Application } from './web/application';
import { AccessGuard } from './web/access/access.guard';
import { AccessList, Authentication, AccessDenials, ROLE_TABLE, Roles } from './web/access';
import { Audit } from './data/audit';
import { Cache } from './data/cache';
import { Config, CONFIG, settingsOf } from './kernel/config';
import { Database, PoolMetrics } from './data/database';
import { DtoPipe } from './web/dto';
import { EventsModule } from './data/events';
import { GraphqlModule } from './web/graphql/graphql.module';
import { HealthChecks } from './kernel/health';
import { DirectRoutes } from './fast';
import { EventStreams, HttpEdge, ProblemFilter, PublicAddress, RouteTable } from './web/http';
import { Housekeeping } from './data/housekeeping';
import './data/housekeeping/housekeeping-run.entity';
import { Idempotency, IdempotencyInterceptor } from './web/idempotency';
import './web/idempotency/idempotency-key.entity';
import { Invariants } from './data/invariants';
import { InvariantsController } from './web/system/invariants.controller';
import { DeadLetters, EventsController, EventsPermission, InvariantsPermission } from './web/system';
import { MANIFESTS, ModuleHealthController, ModuleManifest, ModuleRegistry, roleTable } from './module';
import { PersonalData } from './data/personal-data';
import { Poller } from './data/polling';
import { LimitsModule } from './web/limits';
import { Metrics } from './kernel/metrics';
import { Breakers } from './outbound';
import { Connections, FrameWays, Handshake, SessionWatch } from './realtime';
import { RealtimeRooms } from './realtime/rooms';
import { Bus, Redis } from './data/redis';
import { Clock, Keys } from './kernel/runtime';
import { OpenApi } from './web/openapi/openapi';
import { SystemController } from './web/system/system.controller';

/** Permissions of core itself. */
const SYSTEM = { name: 'core', permissions: { [InvariantsPermission.Read]: [], [EventsPermission.Manage]: [] } };

const SHARED = [
  AccessGuard,
  Application,
  AccessList,
  Audit,
  Authentication,
  Breakers,
  Bus,
  Cache,
  Clock,
  Connections,
  Database,
  DeadLetters,
  DirectRoutes,
  EventStreams,
  FrameWays,
  Handshake,
  HealthChecks,
  Housekeeping,
  HttpEdge,
  Idempotency,
  IdempotencyInterceptor,
  Invariants,
  Metrics,
  ModuleRegistry,
  OpenApi,
  PersonalData,
  Poller,
  PoolMetrics,
  PublicAddress,
  RealtimeRooms,
  Redis,
  AccessDenials,
  RouteTable,
  SessionWatch,
];

/** The mechanisms every module may use without importing anything. */
@Global()
@Module({})
export class CoreModule {
  /** @param roles names of all @param manifests every module, each after those that it uses */
  static with(config: Config, roles: readonly string[], manifests: readonly ModuleManifest[]): DynamicModule {
    for (const { settings } of manifests) if (settings) settingsOf(config, settings); // a wrong one stops the start here
    const table = roleTable(roles, [...manifests, SYSTEM], config);
    const providers = [
      { provide: MANIFESTS, useValue: manifests },
      { provide: CONFIG, useValue: config },
      { provide: ROLE_TABLE, useValue: table },
      { provide: Roles, useFactory: () => new Roles(table) },
      { provide: Keys, useFactory: () => new Keys(config) },
      ...SHARED,
    ];
    return {
      module: CoreModule,
      imports: [DiscoveryModule, LimitsModule, EventsModule, GraphqlModule],
      controllers: [SystemController, ModuleHealthController, EventsController, InvariantsController],
      providers: [
        ...providers,
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [CONFIG, ROLE_TABLE, Roles, Keys, ...SHARED, LimitsModule, EventsModule],
    };
  }
}
