import { defineModule } from '../../../core/module';
import { MfaModule } from './mfa.module';

export const mfaManifest = defineModule({
  name: 'mfa',
  group: 'identity',
  module: MfaModule,
  uses: ['users'],
});
