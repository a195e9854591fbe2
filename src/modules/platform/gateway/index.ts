export { gatewayManifest } from './gateway.manifest';
export { GatewayModule } from './gateway.module';
export { GatewayPermission } from './gateway.permissions';
