import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { UserNotFound } from '../users';
import { GroupDto, GroupInput, GroupMemberDto, GroupMemberPage, GroupPage, GroupQuery } from './dto/group.dto';
import { GroupByRule, GroupNameTaken, GroupNotFound } from './groups.errors';
import { GroupsService } from './groups.service';

@ApiTags('groups')
@Controller(`${API_PREFIX}/groups`)
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @Summary('Groups that I made or belong to, by name; all with `manage_groups`.')
  @Require()
  @Responds(200, GroupPage)
  list(@CurrentUser() user: Principal, @Query() query: GroupQuery): Promise<Page<GroupDto>> {
    return this.groups.list(user, query);
  }

  @Get(':id')
  @Summary('One group.')
  @Require()
  @Responds(200, GroupDto, [GroupNotFound])
  byId(@CurrentUser() user: Principal, @Param('id') id: string): Promise<GroupDto> {
    return this.groups.byId(user, id);
  }

  @Post()
  @Summary('Makes a group, whose first member is its maker.')
  @Require()
  @Responds(201, GroupDto, [GroupNameTaken])
  create(@CurrentUser() user: Principal, @Body() input: GroupInput): Promise<GroupDto> {
    return this.groups.create(user, input);
  }

  @Patch(':id')
  @Summary('Renames a group of mine.')
  @Require()
  @Responds(200, GroupDto, [GroupNotFound, GroupByRule, GroupNameTaken])
  rename(@CurrentUser() user: Principal, @Param('id') id: string, @Body() input: GroupInput): Promise<GroupDto> {
    return this.groups.rename(user, id, input);
  }

  @Delete(':id')
  @Summary('Deletes a group of mine, and what was shared with it is no longer.')
  @Require()
  @Responds(204, null, [GroupNotFound, GroupByRule])
  remove(@CurrentUser() user: Principal, @Param('id') id: string): Promise<void> {
    return this.groups.remove(user, id);
  }

  @Get(':id/members')
  @Summary('Who belongs to a group, by name.')
  @Require()
  @Responds(200, GroupMemberPage, [GroupNotFound])
  members(
    @CurrentUser() user: Principal,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<GroupMemberDto>> {
    return this.groups.members(user, id, query);
  }

  @Put(':id/members/:user_id')
  @Summary('Adds a member to a group of mine.')
  @Require()
  @Responds(204, null, [GroupNotFound, GroupByRule, UserNotFound])
  addMember(
    @CurrentUser() user: Principal,
    @Param('id') id: string,
    @IdParam('user_id') userId: string,
  ): Promise<void> {
    return this.groups.addMember(user, id, userId);
  }

  @Delete(':id/members/:user_id')
  @Summary('Removes a member from a group of mine, or myself from any.')
  @Require()
  @Responds(204, null, [GroupNotFound, GroupByRule, UserNotFound])
  removeMember(
    @CurrentUser() user: Principal,
    @Param('id') id: string,
    @IdParam('user_id') userId: string,
  ): Promise<void> {
    return this.groups.removeMember(user, id, userId);
  }
}
