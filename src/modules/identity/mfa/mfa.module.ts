import { Module } from '@nestjs/common';
import { UsersModule } from '../users';
import { Attempts } from './attempts';
import './entities/mfa-attempt.entity';
import './entities/mfa-factor.entity';
import './entities/mfa-recovery-code.entity';
import { MfaService } from './mfa.service';

@Module({ imports: [UsersModule], providers: [Attempts, MfaService], exports: [MfaService] })
export class MfaModule {}
