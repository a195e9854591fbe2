import { defineModule, keep } from '../../../core/module';
import { MfaModule } from './mfa.module';
import { MfaService } from './mfa.service';

export const mfaManifest = defineModule({
  name: 'mfa',
  group: 'identity',
  module: MfaModule,
  uses: ['users'],
  personalData: [MfaService],
  housekeeping: [
    keep(['mfa_factors', 'mfa_recovery_codes'], 'as long as the factor; used codes too, so that none is used twice'),
    {
      name: 'mfa.attempts',
      table: 'mfa_attempts',
      where: `at < now() - greatest($1 * interval '1 second', interval '10 minutes')`,
      values: ({ sessionMaxS }) => [sessionMaxS],
      everyMs: 3_600_000,
      kept: 'as long as a session may last (`SESSION_MAX_TTL`)',
    },
  ],
});
