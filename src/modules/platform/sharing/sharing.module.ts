import { Module } from '@nestjs/common';
import { LimitsModule } from '../../../core/web/limits';
import { AuthModule } from '../../identity/auth';
import { GroupsModule } from '../../identity/groups';
import { UsersModule } from '../../identity/users';
import { LinksController } from './links.controller';
import { LinksService } from './links.service';
import { SharingPagesController } from './pages.controller';
import { ResourceKinds } from './resource-kinds';
import { ResourceList } from './resource-list';
import { ResourceListeners } from './resource-listeners';
import { ResourceTree } from './resource-tree';
import { ResourcesController } from './resources.controller';
import { Resources } from './resources.service';
import { Rights } from './rights';
import { RightsWatch } from './rights-watch';
import { SharesController } from './shares.controller';
import { SharesService } from './shares.service';
import { SharingPersonalData } from './sharing-personal-data';
import { TrashService } from './trash.service';

@Module({
  imports: [AuthModule, GroupsModule, LimitsModule, UsersModule],
  controllers: [LinksController, ResourcesController, SharesController, SharingPagesController],
  providers: [
    LinksService,
    ResourceKinds,
    ResourceList,
    ResourceListeners,
    ResourceTree,
    Resources,
    Rights,
    RightsWatch,
    SharesService,
    SharingPersonalData,
    TrashService,
  ],
  exports: [ResourceKinds, ResourceList, Resources, Rights, RightsWatch, SharesService, TrashService],
})
export class SharingModule {}
