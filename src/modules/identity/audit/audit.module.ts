import { Module } from '@nestjs/common';
import { UsersModule } from '../users';
import { AuditChainer } from './audit-chainer';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';
import { AuditVerifier } from './audit-verifier';
import { Checkpoints } from './checkpoints';
import './entities/audit-chain-link.entity';
import './entities/audit-checkpoint.entity';

@Module({
  imports: [UsersModule],
  controllers: [AuditController],
  providers: [AuditChainer, AuditService, AuditVerifier, Checkpoints],
})
export class AuditModule {}
