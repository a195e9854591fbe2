import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowLink, API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { ResourceDto, ResourcePage, ResourceQuery, TrashedResourceDto, TrashPage } from './dto/resource.dto';
import { ResourceList } from './resource-list';
import { ResourceNotFound } from './sharing.errors';
import { TrashService } from './trash.service';

@ApiTags('sharing')
@Controller(API_PREFIX)
export class ResourcesController {
  constructor(
    private readonly resources: ResourceList,
    private readonly trash: TrashService,
  ) {}

  @Get('resources')
  @Summary('Everything that I may see, the newest first: mine, and what is shared with me.')
  @Require()
  @AllowLink()
  @Responds(200, ResourcePage)
  list(@CurrentUser() user: Principal, @Query() query: ResourceQuery): Promise<Page<ResourceDto>> {
    return this.resources.list(user, query);
  }

  @Get('trash')
  @Summary('What I may bring back, the newest first; deleted for ever after thirty days.')
  @Require()
  @Responds(200, TrashPage)
  trashed(@CurrentUser() user: Principal, @Query() query: PageQuery): Promise<Page<TrashedResourceDto>> {
    return this.trash.list(user, query);
  }

  @Post('trash/:type/:id/restore')
  @Summary('Brings it back with its shares, to the root when its folder is gone.')
  @Require()
  @HttpCode(204)
  @Responds(204, null, [ResourceNotFound])
  async restore(@CurrentUser() user: Principal, @Param('type') type: string, @IdParam() id: string): Promise<void> {
    await this.trash.restore(user, type, id);
  }

  @Delete('trash/:type/:id')
  @Summary('Deletes it for ever, with all that lies in it.')
  @Require()
  @Responds(204, null, [ResourceNotFound])
  purge(@CurrentUser() user: Principal, @Param('type') type: string, @IdParam() id: string): Promise<void> {
    return this.trash.purge(user, type, id);
  }
}
