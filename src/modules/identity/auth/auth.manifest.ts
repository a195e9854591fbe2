import { consume, defineModule } from '../../../core/module';
import { AuthPersonalData } from './auth-personal-data';
import { AuthDemo } from './auth.demo';
import { PasswordForgotten } from './auth.events';
import { AUTH_INVARIANTS } from './auth.invariants';
import { AuthModule } from './auth.module';
import { RecoveryService } from './recovery.service';

export const authManifest = defineModule({
  name: 'auth',
  group: 'identity',
  module: AuthModule,
  uses: ['mail', 'mfa', 'users'],
  events: [
    consume(PasswordForgotten, 'auth.mail-reset', RecoveryService, (recovery, event) => recovery.mailReset(event)),
  ],
  invariants: AUTH_INVARIANTS,
  personalData: [AuthPersonalData],
  demo: { provider: AuthDemo },
});
