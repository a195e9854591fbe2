import { Module } from '@nestjs/common';
import { ActiveCalls } from './active-calls';
import { GatewayController } from './gateway.controller';
import { GatewayRoutes } from './gateway.routes';
import { HealthChecker } from './health-checker';
import { IdentityHeaders } from './identity-headers';
import { GatewayPagesController } from './pages.controller';
import { Proxy } from './proxy';
import { Upstreams } from './upstreams';

@Module({
  controllers: [GatewayController, GatewayPagesController],
  providers: [ActiveCalls, GatewayRoutes, HealthChecker, IdentityHeaders, Proxy, Upstreams],
})
export class GatewayModule {}
