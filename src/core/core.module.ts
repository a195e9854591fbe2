import { DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard';
import { AccessList, Authentication, Refusals, ROLE_TABLE, Roles, RoleTable } from './access';
import { Audit } from './audit';
import { Cache } from './cache';
import { Config, CONFIG } from './config';
import { Database } from './database';
import { DtoPipe } from './dto';
import { EventsModule } from './events';
import { GraphqlModule } from './graphql/graphql.module';
import { HealthChecks } from './health';
import { DirectRoutes, EventStreams, HttpEdge, ProblemFilter, RouteTable } from './http';
import { Idempotency, IdempotencyInterceptor } from './idempotency';
import './idempotency/idempotency-key.entity';
import { Invariants } from './invariants';
import { InvariantsController } from './invariants/invariants.controller';
import { LimitsModule } from './limits';
import { Metrics } from './metrics';
import { Breakers } from './outbound';
import { Connections, Handshake, SessionWatch } from './realtime';
import { Bus, Redis } from './redis';
import { Clock, Keys } from './runtime';
import { OpenApi } from './system/openapi';
import { SystemController } from './system/system.controller';

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
  Refusals,
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
