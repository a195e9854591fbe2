import { Module } from '@nestjs/common';
import { LimitsModule } from '../../../core/web/limits';
import { AuthModule } from '../../identity/auth';
import { GroupsModule } from '../../identity/groups';
import { UsersModule } from '../../identity/users';
import { LinksController } from './links.controller';
import { LinksService } from './links.service';
import { ResourceKinds } from './resource-kinds';
import { ResourceList } from './resource-list';
import { ResourceListeners } from './resource-listeners';
import { ResourceTree } from './resource-tree';
import { ResourcesController } from './resources.controller';
import { Resources } from './resources.service';
import { Rights } from './rights';
import { SharesController } from './shares.controller';
import { SharesService } from './shares.service';
import { SharingPersonalData } from './sharing-personal-data';
import { TrashService } from './trash.service';

@Module({
  imports: [AuthModule, GroupsModule, LimitsModule, UsersModule],
  controllers: [LinksController, ResourcesController, SharesController],
  providers: [
    LinksService,
    ResourceKinds,
    ResourceList,
    ResourceListeners,
    ResourceTree,
    Resources,
    Rights,
    SharesService,
    SharingPersonalData,
    TrashService,
  ],
  exports: [ResourceKinds, ResourceList, Resources, Rights, SharesService, TrashService],
})
export class SharingModule {}
