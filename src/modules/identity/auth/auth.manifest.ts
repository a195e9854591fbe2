import { consume, defineModule } from '../../../core/module';
import { MAIL_TEMPLATES, SUBMISSION_CREDENTIALS } from '../../communication/mail';
import { SubmissionPasswords } from './app-passwords/submission-passwords';
import { AuthPersonalData } from './auth-personal-data';
import { AuthDemo } from './auth.demo';
import { PasswordForgotten } from './auth.events';
import { AUTH_INVARIANTS } from './auth.invariants';
import { AUTH_HOUSEKEEPING } from './auth.housekeeping';
import { AuthModule } from './auth.module';
import { CHANGE_EMAIL } from './recovery/mails/change-email';
import { EMAIL_CHANGED } from './recovery/mails/email-changed';
import { EMAIL_IN_USE } from './recovery/mails/email-in-use';
import { PASSWORD_CHANGED } from './recovery/mails/password-changed';
import { RESET_PASSWORD } from './recovery/mails/reset-password';
import { VERIFY_EMAIL } from './recovery/mails/verify-email';
import { oidcSettings } from './oidc/oidc.settings';
import { RecoveryService } from './recovery/recovery.service';

export const authManifest = defineModule({
  name: 'auth',
  group: 'identity',
  module: AuthModule,
  uses: ['mail', 'mfa', 'users'],
  settings: oidcSettings,
  events: [
    consume(PasswordForgotten, 'auth.mail-reset', RecoveryService, (recovery, event) => recovery.mailReset(event)),
  ],
  invariants: AUTH_INVARIANTS,
  personalData: [AuthPersonalData],
  demo: { provider: AuthDemo },
  extends: [
    SUBMISSION_CREDENTIALS.add(SubmissionPasswords),
    MAIL_TEMPLATES.add(CHANGE_EMAIL, EMAIL_CHANGED, EMAIL_IN_USE, PASSWORD_CHANGED, RESET_PASSWORD, VERIFY_EMAIL),
  ],
  housekeeping: AUTH_HOUSEKEEPING,
});
