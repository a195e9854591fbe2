import { Module } from '@nestjs/common';
import { ActiveCalls } from './proxy/active-calls';
import { GatewayController } from './gateway.controller';
import { GatewayRoutes } from './gateway.routes';
import { HealthChecker } from './upstreams/health-checker';
import { IdentityHeaders } from './proxy/identity-headers';
import { Proxy } from './proxy/proxy';
import { Upstreams } from './upstreams/upstreams';

@Module({
  controllers: [GatewayController],
  providers: [ActiveCalls, GatewayRoutes, HealthChecker, IdentityHeaders, Proxy, Upstreams],
})
export class GatewayModule {}
