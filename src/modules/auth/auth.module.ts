import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { UsersModule } from '../users';
import { AccessTokens } from './access-tokens';
import { AuthController } from './auth.controller';
import { AuthDemo } from './auth.demo';
import { AuthService } from './auth.service';
import './entities/password-credential.entity';
import './entities/refresh-token.entity';
import { FirstAdmin } from './first-admin';
import { LiveSessions } from './live-sessions';
import { Passwords } from './passwords';
import { ServiceClientsController } from './service-clients.controller';
import { ServiceClientsService } from './service-clients.service';
import { SessionsService } from './sessions.service';
import { TokenQuestionsService } from './token-questions.service';

@Module({
  imports: [UsersModule, PassportModule.register({ session: false })],
  controllers: [AuthController, ServiceClientsController],
  providers: [
    AccessTokens,
    AuthDemo,
    AuthService,
    FirstAdmin,
    LiveSessions,
    Passwords,
    ServiceClientsService,
    SessionsService,
    TokenQuestionsService,
  ],
  exports: [AuthService, SessionsService],
})
export class AuthModule {}
