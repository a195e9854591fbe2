import { defineModule } from '../../../core/module';
import { MfaModule } from './mfa.module';
import { MfaService } from './mfa.service';

export const mfaManifest = defineModule({
  name: 'mfa',
  group: 'identity',
  module: MfaModule,
  uses: ['users'],
  personalData: [MfaService],
});
