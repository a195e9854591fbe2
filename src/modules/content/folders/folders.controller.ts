import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowLink, API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { FolderCycle, FolderTooDeep, PermissionMissing, ResourceList, ResourcePage } from '../../platform/sharing';
import type { ResourceDto } from '../../platform/sharing';
import {
  CreateFolderInput,
  FolderDto,
  FolderPage,
  FolderQuery,
  MoveFolderInput,
  RenameFolderInput,
} from './dto/folder.dto';
import { FolderExists, FolderNotFound } from './folders.errors';
import { FoldersService } from './folders.service';

@ApiTags('folders')
@Controller(`${API_PREFIX}/folders`)
export class FoldersController {
  constructor(
    private readonly folders: FoldersService,
    private readonly resources: ResourceList,
  ) {}

  @Get()
  @Summary('Folders that I may see, mine and shared ones, the newest first.')
  @Require()
  @AllowLink()
  @Responds(200, FolderPage, [FolderNotFound])
  list(@CurrentUser() user: Principal, @Query() query: FolderQuery): Promise<Page<FolderDto>> {
    return this.folders.list(user, query);
  }

  @Get(':id')
  @Summary('One folder.')
  @Require()
  @AllowLink()
  @Responds(200, FolderDto, [FolderNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<FolderDto> {
    return this.folders.byId(user, id);
  }

  @Get(':id/children')
  @Summary('What lies in a folder, of every kind, the newest first.')
  @Require()
  @AllowLink()
  @Responds(200, ResourcePage, [FolderNotFound])
  async children(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ResourceDto>> {
    await this.folders.get(user, id, 'view');
    return this.resources.list(user, { ...query, parentId: id });
  }

  @Post()
  @Summary('Makes a folder, at my root or in a folder that I may edit.')
  @Require()
  @Responds(201, FolderDto, [FolderNotFound, PermissionMissing, FolderExists, FolderTooDeep])
  create(@CurrentUser() user: Principal, @Body() input: CreateFolderInput): Promise<FolderDto> {
    return this.folders.create(user, input);
  }

  @Patch(':id')
  @Summary('Renames a folder.')
  @Require()
  @Responds(200, FolderDto, [FolderNotFound, PermissionMissing, FolderExists])
  rename(@CurrentUser() user: Principal, @IdParam() id: string, @Body() input: RenameFolderInput): Promise<FolderDto> {
    return this.folders.rename(user, id, input.name);
  }

  @Post(':id/move')
  @Summary('Moves a folder with all that lies in it.')
  @Require()
  @HttpCode(200)
  @Responds(200, FolderDto, [FolderNotFound, PermissionMissing, FolderExists, FolderCycle, FolderTooDeep])
  move(@CurrentUser() user: Principal, @IdParam() id: string, @Body() input: MoveFolderInput): Promise<FolderDto> {
    return this.folders.move(user, id, input.parentId);
  }

  @Delete(':id')
  @Summary('Puts a folder with all that lies in it into the trash.')
  @Require()
  @Responds(204, null, [FolderNotFound, PermissionMissing])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.folders.remove(user, id);
  }
}
