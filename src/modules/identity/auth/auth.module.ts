import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { MailModule } from '../../communication/mail';
import { MfaModule } from '../mfa';
import { UsersModule } from '../users';
import { AccessTokens } from './access-tokens';
import { AuthController } from './auth.controller';
import { AuthDemo } from './auth.demo';
import { AuthPersonalData } from './auth-personal-data';
import { AuthService } from './auth.service';
import { BrowserController } from './browser.controller';
import { BrowserSessions } from './browser-sessions';
import './entities/login-failure.entity';
import './entities/one-time-token.entity';
import './entities/password-credential.entity';
import './entities/refresh-token.entity';
import './entities/signing-key.entity';
import './entities/ws-ticket.entity';
import { EmailChangeService } from './email-change.service';
import { FirstAdmin } from './first-admin';
import { JwksController } from './jwks.controller';
import { SessionCache } from './session-cache';
import { OneTimeTokens } from './one-time-tokens';
import { MfaController } from './mfa.controller';
import { PagesController } from './pages.controller';
import './oidc/entities/external-identity.entity';
import './oidc/entities/oidc-login.entity';
import { IdentitiesService } from './oidc/identities.service';
import { IdentityTokens } from './identity-tokens';
import { IdentityProviders } from './oidc/identity-providers';
import { OidcController } from './oidc/oidc.controller';
import { OidcLogins } from './oidc/oidc-logins';
import { OidcService } from './oidc/oidc.service';
import { PasswordProof } from './password-proof';
import { Passwords } from './passwords';
import { RecoveryController } from './recovery.controller';
import { RecoveryService } from './recovery.service';
import { SecondFactor } from './second-factor';
import { ServiceClientsController } from './service-clients.controller';
import { ServiceClientsService } from './service-clients.service';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SigningKeys } from './signing-keys';
import { LoginThrottle } from './login-throttle';
import { StepUpService } from './step-up.service';
import { TokenIntrospectionService } from './token-introspection.service';
import { VerificationService } from './verification.service';
import { WsTickets } from './ws-tickets';

@Module({
  imports: [MailModule, UsersModule, MfaModule, PassportModule.register({ session: false })],
  controllers: [
    AuthController,
    BrowserController,
    JwksController,
    MfaController,
    PagesController,
    OidcController,
    RecoveryController,
    ServiceClientsController,
    SessionsController,
  ],
  providers: [
    AuthPersonalData,
    AccessTokens,
    AuthDemo,
    AuthService,
    BrowserSessions,
    EmailChangeService,
    FirstAdmin,
    IdentitiesService,
    IdentityProviders,
    IdentityTokens,
    SessionCache,
    OidcLogins,
    OidcService,
    OneTimeTokens,
    PasswordProof,
    Passwords,
    RecoveryService,
    SecondFactor,
    ServiceClientsService,
    SessionsService,
    SigningKeys,
    LoginThrottle,
    StepUpService,
    TokenIntrospectionService,
    VerificationService,
    WsTickets,
  ],
  exports: [AuthService, SessionsService],
})
export class AuthModule {}
