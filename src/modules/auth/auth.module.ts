import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { MfaModule } from '../mfa';
import { UsersModule } from '../users';
import { AccessTokens } from './access-tokens';
import { AuthController } from './auth.controller';
import { AuthDemo } from './auth.demo';
import { AuthService } from './auth.service';
import './entities/password-credential.entity';
import './entities/refresh-token.entity';
import { FirstAdmin } from './first-admin';
import { LiveSessions } from './live-sessions';
import { MfaController } from './mfa.controller';
import { Passwords } from './passwords';
import { SecondFactor } from './second-factor';
import { SessionsService } from './sessions.service';

@Module({
  imports: [UsersModule, MfaModule, PassportModule.register({ session: false })],
  controllers: [AuthController, MfaController],
  providers: [AccessTokens, AuthDemo, AuthService, FirstAdmin, LiveSessions, Passwords, SecondFactor, SessionsService],
  exports: [AuthService, SessionsService],
})
export class AuthModule {}
