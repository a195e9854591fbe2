import { defineModule } from '../../../core/module';
import { gatewaySettings } from './gateway.settings';
import { GatewayModule } from './gateway.module';
import { gatewayPermissions } from './gateway.permissions';

export const gatewayManifest = defineModule({
  name: 'gateway',
  group: 'platform',
  module: GatewayModule,
  uses: [],
  settings: gatewaySettings,
  permissions: gatewayPermissions,
});
