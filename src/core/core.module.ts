import { DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './web/access/access.guard';
import { AccessList, Authentication, AccessDenials, ROLE_TABLE, Roles, RoleTable } from './web/access';
import { Audit } from './data/audit';
import { Cache } from './data/cache';
import { Config, CONFIG } from './kernel/config';
import { Database } from './data/database';
import { DtoPipe } from './web/dto';
import { EventsModule } from './data/events';
import { GraphqlModule } from './web/graphql/graphql.module';
import { HealthChecks } from './kernel/health';
import { DirectRoutes, EventStreams, HttpEdge, ProblemFilter, RouteTable } from './web/http';
import { Idempotency, IdempotencyInterceptor } from './web/idempotency';
import './web/idempotency/idempotency-key.entity';
import { Invariants } from './data/invariants';
import { InvariantsController } from './web/system/invariants.controller';
import { LimitsModule } from './web/limits';
import { Metrics } from './kernel/metrics';
import { Breakers } from './outbound';
import { Connections, Handshake, SessionWatch } from './realtime';
import { Bus, Redis } from './data/redis';
import { Clock, Keys } from './kernel/runtime';
import { OpenApi } from './web/openapi/openapi';
import { SystemController } from './web/system/system.controller';

const SHARED = [
  AccessGuard,
  AccessList,
  Audit,
  Authentication,
  Breakers,
  Bus,
  Cache,
  Clock,
  Connections,
  Database,
  DirectRoutes,
  EventStreams,
  Handshake,
  HealthChecks,
  HttpEdge,
  Idempotency,
  IdempotencyInterceptor,
  Invariants,
  Metrics,
  OpenApi,
  Redis,
  AccessDenials,
  RouteTable,
  SessionWatch,
];

/** The mechanisms every module may use without importing anything. */
@Global()
@Module({})
export class CoreModule {
  static with(config: Config, roles: RoleTable): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: ROLE_TABLE, useValue: roles },
      { provide: Roles, useFactory: () => new Roles(roles) },
      { provide: Keys, useFactory: () => new Keys(config) },
      ...SHARED,
    ];
    return {
      module: CoreModule,
      imports: [DiscoveryModule, LimitsModule, EventsModule, GraphqlModule],
      controllers: [SystemController, InvariantsController],
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
