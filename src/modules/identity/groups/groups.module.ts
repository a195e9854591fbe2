import { Module } from '@nestjs/common';
import { UsersModule } from '../users';
import { GroupsPersonalData } from './groups-personal-data';
import { GroupsController } from './groups.controller';
import { GroupsService } from './groups.service';

@Module({
  imports: [UsersModule],
  controllers: [GroupsController],
  providers: [GroupsPersonalData, GroupsService],
  exports: [GroupsService],
})
export class GroupsModule {}
