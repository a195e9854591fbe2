import { defineModule } from '../../../core/module';
import { AuthDemo } from './auth.demo';
import { AUTH_HOUSEKEEPING } from './auth.housekeeping';
import { AuthModule } from './auth.module';

export const authManifest = defineModule({
  name: 'auth',
  group: 'identity',
  module: AuthModule,
  uses: ['mail', 'mfa', 'users'],
  demo: { provider: AuthDemo },
  housekeeping: AUTH_HOUSEKEEPING,
});
