export { GatewayModule } from './gateway.module';
export { GatewayPermission } from './gateway.permissions';
