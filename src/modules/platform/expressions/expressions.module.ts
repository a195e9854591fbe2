import { Module } from '@nestjs/common';
import { ExpressionsController } from './expressions.controller';
import { ExpressionsService } from './expressions.service';
import { FeelProcesses } from './feel-processes';

@Module({
  controllers: [ExpressionsController],
  providers: [ExpressionsService, FeelProcesses],
  exports: [ExpressionsService],
})
export class ExpressionsModule {}
