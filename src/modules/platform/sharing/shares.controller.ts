import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { setAnswerStatus } from '../../../core/kernel/context/context';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../core/web/dto';
import { GroupNotFound } from '../../identity/groups';
import { UserNotFound } from '../../identity/users';
import { CreateShareInput, ResourceShareDto, ResourceSharePage, ShareQuery, UpdateShareInput } from './dto/share.dto';
import { SharesService } from './shares.service';
import { LinkTooStrong, ResourceNotFound, ShareExceedsOwn, ShareNotFound, ShareWithOwner } from './sharing.errors';

@ApiTags('sharing')
@Controller(`${API_PREFIX}/shares`)
export class SharesController {
  constructor(private readonly shares: SharesService) {}

  @Get()
  @Summary('Who may do what with a resource: all for who may edit it, the others those rights that they gave.')
  @Require()
  @Responds(200, ResourceSharePage, [ResourceNotFound])
  list(@CurrentUser() user: Principal, @Query() query: ShareQuery): Promise<Page<ResourceShareDto>> {
    return this.shares.list(user, query);
  }

  @Get(':id')
  @Summary('One share.')
  @Require()
  @Responds(200, ResourceShareDto, [ShareNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<ResourceShareDto> {
    return this.shares.byId(user, id);
  }

  @Post()
  @Summary('Gives a right to a resource and all that lies in it; 200 and the new right for who had one.')
  @Require()
  @Responds(201, ResourceShareDto, [
    ResourceNotFound,
    ShareExceedsOwn,
    ShareWithOwner,
    LinkTooStrong,
    GroupNotFound,
    UserNotFound,
  ])
  async share(@CurrentUser() user: Principal, @Body() input: CreateShareInput): Promise<ResourceShareDto> {
    const { share, isNew } = await this.shares.share(user, input);
    if (!isNew) setAnswerStatus(200);
    return share;
  }

  @Patch(':id')
  @Summary('Changes a right that I gave, or to what I manage.')
  @Require()
  @Responds(200, ResourceShareDto, [ShareNotFound, ShareExceedsOwn, LinkTooStrong])
  update(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: UpdateShareInput,
  ): Promise<ResourceShareDto> {
    return this.shares.update(user, id, input);
  }

  @Delete(':id')
  @Summary('Takes back a right that I gave, or to what I manage; gives up one of mine.')
  @Require()
  @Responds(204, null, [ShareNotFound])
  revoke(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.shares.revoke(user, id);
  }
}
