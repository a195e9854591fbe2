import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { MailModule } from '../../communication/mail';
import { MfaModule } from '../mfa';
import { UsersModule } from '../users';
import { AccessTokens } from './sessions/access-tokens';
import { AppPasswords } from './app-passwords/app-passwords';
import { SubmissionPasswords } from './app-passwords/submission-passwords';
import { AppPasswordsController } from './app-passwords/app-passwords.controller';
import { AuthController } from './auth.controller';
import { AuthDemo } from './auth.demo';
import { AuthPersonalData } from './auth-personal-data';
import { AuthService } from './auth.service';
import { BrowserController } from './sessions/browser.controller';
import { BrowserSessions } from './sessions/browser-sessions';
import './passwords/entities/login-failure.entity';
import './recovery/entities/one-time-token.entity';
import './passwords/entities/password-credential.entity';
import './sessions/entities/refresh-token.entity';
import './signing-keys/entities/signing-key.entity';
import './sessions/entities/ws-ticket.entity';
import { ClientTokens } from './service-clients/client-tokens';
import { EmailChangeService } from './recovery/email-change.service';
import { FirstAdmin } from './first-admin';
import { JwksController } from './signing-keys/jwks.controller';
import { SessionCache } from './sessions/session-cache';
import { OneTimeTokens } from './recovery/one-time-tokens';
import { MfaController } from './mfa.controller';
import './oidc/entities/external-identity.entity';
import './oidc/entities/oidc-login.entity';
import { IdentitiesService } from './oidc/identities.service';
import { IdentityTokens } from './sessions/identity-tokens';
import { IdentityProviders } from './oidc/identity-providers';
import { OidcController } from './oidc/oidc.controller';
import { OidcLogins } from './oidc/oidc-logins';
import { OidcService } from './oidc/oidc.service';
import { PasswordHashes } from './passwords/password-hashes';
import { PasswordProof } from './passwords/password-proof';
import { Passwords } from './passwords/passwords';
import { RecoveryController } from './recovery/recovery.controller';
import { RecoveryService } from './recovery/recovery.service';
import { SecondFactor } from './second-factor';
import { ServiceClientsController } from './service-clients/service-clients.controller';
import { ServiceClientsService } from './service-clients/service-clients.service';
import { Credentials } from './sessions/credentials';
import { ServiceTokens } from './service-tokens/service-tokens';
import { ServiceTokensController } from './service-tokens/service-tokens.controller';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsService } from './sessions/sessions.service';
import { SigningKeys } from './signing-keys/signing-keys';
import { LoginThrottle } from './passwords/login-throttle';
import { StepUpService } from './sessions/step-up.service';
import { TokenIntrospectionService } from './service-clients/token-introspection.service';
import { VerificationService } from './recovery/verification.service';
import { WsTickets } from './sessions/ws-tickets';

@Module({
  imports: [MailModule, UsersModule, MfaModule, PassportModule.register({ session: false })],
  controllers: [
    AppPasswordsController,
    AuthController,
    BrowserController,
    JwksController,
    MfaController,
    OidcController,
    RecoveryController,
    ServiceClientsController,
    ServiceTokensController,
    SessionsController,
  ],
  providers: [
    AuthPersonalData,
    AccessTokens,
    AppPasswords,
    SubmissionPasswords,
    AuthDemo,
    AuthService,
    BrowserSessions,
    ClientTokens,
    Credentials,
    EmailChangeService,
    FirstAdmin,
    IdentitiesService,
    IdentityProviders,
    IdentityTokens,
    SessionCache,
    OidcLogins,
    OidcService,
    OneTimeTokens,
    PasswordHashes,
    PasswordProof,
    Passwords,
    RecoveryService,
    SecondFactor,
    ServiceClientsService,
    ServiceTokens,
    SessionsService,
    SigningKeys,
    LoginThrottle,
    StepUpService,
    TokenIntrospectionService,
    VerificationService,
    WsTickets,
  ],
  exports: [AppPasswords, AuthService, PasswordHashes, SessionsService],
})
export class AuthModule {}
