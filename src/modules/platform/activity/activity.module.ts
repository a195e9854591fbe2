import { Module } from '@nestjs/common';
import { SharingModule } from '../sharing';
import { ActivityController } from './activity.controller';
import { ActivityListener } from './activity-listener';
import { ActivityPersonalData } from './activity-personal-data';
import { ActivityService } from './activity.service';

@Module({
  imports: [SharingModule],
  controllers: [ActivityController],
  providers: [ActivityListener, ActivityPersonalData, ActivityService],
  exports: [ActivityService],
})
export class ActivityModule {}
