import { Module } from '@nestjs/common';
import { Exchanges } from './exchanges';
import { GatewayController } from './gateway.controller';
import { GatewayRoutes } from './gateway.routes';
import { HealthChecker } from './health-checker';
import { IdentityHeaders } from './identity-headers';
import { GatewayPagesController } from './pages.controller';
import { Proxy } from './proxy';
import { Upstreams } from './upstreams';

@Module({
  controllers: [GatewayController, GatewayPagesController],
  providers: [Exchanges, GatewayRoutes, HealthChecker, IdentityHeaders, Proxy, Upstreams],
})
export class GatewayModule {}
