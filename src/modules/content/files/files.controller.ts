import { Body, Controller, Delete, Get, Param, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { AllowLink, API_PREFIX, CurrentUser, Principal, Public, Require } from '../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../core/web/dto';
import {
  BodyTooLarge,
  MalformedRequest,
  PreconditionFailed,
  RangeNotSatisfiable,
  UnsupportedMediaType,
} from '../../../core/kernel/errors';
import {
  BodyStream,
  EndsWithSession,
  RouteOptions,
  ReadConditions,
  Reading,
  StreamedBody,
} from '../../../core/web/http';
import {
  IdempotencyKeyParam,
  IdempotencyKeyReused,
  InProgress,
  MalformedIdempotencyKey,
} from '../../../core/web/idempotency';
import { PermissionMissing } from '../../platform/sharing';
import { FolderNotFound } from '../folders';
import {
  FileDto,
  FilePage,
  FileQuery,
  FileUsageDto,
  RemoveFileQuery,
  ShareDto,
  ShareInput,
  UpdateFileInput,
  UploadForm,
} from './dto/file.dto';
import { Downloads, FILE_BYTES } from './downloads';
import {
  FileDamaged,
  FileNotFound,
  FileTooLarge,
  FileTypeRefused,
  QuotaExceeded,
  ShareNotFound,
  StorageFull,
} from './files.errors';
import { FileUsages } from './file-usage';
import { FilesService } from './files.service';
import { SharesService } from './shares.service';

@ApiTags('files')
@Controller(`${API_PREFIX}/storage`)
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly shares: SharesService,
    private readonly usages: FileUsages,
  ) {}

  @Post('upload')
  @Summary('Keeps one file of a form. What is large or comes over a bad line goes by tus.')
  @Require()
  @RouteOptions({ stream: 'multipart/form-data', idempotency: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadForm })
  @Responds(201, FileDto, [
    MalformedRequest,
    UnsupportedMediaType,
    BodyTooLarge,
    FileTooLarge,
    FileTypeRefused,
    QuotaExceeded,
    StorageFull,
    MalformedIdempotencyKey,
    IdempotencyKeyReused,
    InProgress,
    FolderNotFound,
    PermissionMissing,
  ])
  upload(
    @CurrentUser() user: Principal,
    @BodyStream() body: StreamedBody,
    @IdempotencyKeyParam() key?: string,
  ): Promise<FileDto> {
    return this.files.upload(user, body, key);
  }

  @Get('files')
  @Summary('Files that I may see, mine and shared ones, the newest first; everybody’s with `manage_files`.')
  @Require()
  @AllowLink()
  @Responds(200, FilePage)
  list(@CurrentUser() user: Principal, @Query() query: FileQuery): Promise<Page<FileDto>> {
    return this.files.list(user, query);
  }

  @Get('usage')
  @Summary('How much room my files take, and how much there is.')
  @Require()
  @Responds(200, FileUsageDto)
  usage(@CurrentUser() user: Principal): Promise<FileUsageDto> {
    return this.usages.of(user);
  }

  @Get('files/:id/metadata')
  @Summary('What is known of one file.')
  @Require()
  @AllowLink()
  @Responds(200, FileDto, [FileNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<FileDto> {
    return this.files.byId(user, id);
  }

  @Patch('files/:id')
  @Summary('Moves a file to another folder, or describes it.')
  @Require()
  @Responds(200, FileDto, [FileNotFound, FolderNotFound, PermissionMissing])
  update(@CurrentUser() user: Principal, @IdParam() id: string, @Body() input: UpdateFileInput): Promise<FileDto> {
    return this.files.update(user, id, input);
  }

  @Delete('files/:id')
  @Summary('Removes a file and all links to it; with `trash=true` it can be brought back for thirty days.')
  @Require()
  @Responds(204, null, [FileNotFound, PermissionMissing])
  remove(@CurrentUser() user: Principal, @IdParam() id: string, @Query() { trash }: RemoveFileQuery): Promise<void> {
    return trash ? this.files.throwAway(user, id) : this.files.remove(user, id);
  }

  @Get('download/:id')
  @Summary('The bytes of a file, or ranges of them, always as an attachment.')
  @Require()
  @AllowLink()
  @Downloads()
  @EndsWithSession()
  @Responds(200, FILE_BYTES, [FileNotFound, PreconditionFailed, RangeNotSatisfiable, FileDamaged])
  download(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Reading() conditions: ReadConditions,
  ): Promise<StreamableFile | undefined> {
    return this.files.download(user, id, conditions);
  }

  @Post('files/:id/share')
  @Summary('A link by which anybody may download a file, so long and so often.')
  @Require()
  @Responds(201, ShareDto, [FileNotFound, PermissionMissing])
  share(@CurrentUser() user: Principal, @IdParam() id: string, @Body() input: ShareInput): Promise<ShareDto> {
    return this.shares.share(user, id, input);
  }

  @Delete('files/:id/shares')
  @Summary('Ends all links to a file.')
  @Require()
  @Responds(204, null, [FileNotFound, PermissionMissing])
  revoke(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.shares.revoke(user, id);
  }

  @Get('shared/:token')
  @Summary('What a link leads to.')
  @Public()
  @RouteOptions({ secretPath: true })
  @Downloads()
  @Responds(200, FILE_BYTES, [ShareNotFound, FileNotFound, PreconditionFailed, RangeNotSatisfiable, FileDamaged])
  shared(@Param('token') token: string, @Reading() conditions: ReadConditions): Promise<StreamableFile | undefined> {
    return this.shares.download(token, conditions);
  }
}
