import { Controller, Delete, Head, Options, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Public, Require } from '../../../../core/web/access';
import { IdParam, Responds, Summary } from '../../../../core/web/dto';
import { MethodNotAllowed, UnsupportedMediaType, Validation } from '../../../../core/kernel/errors';
import { BodyStream, RouteOptions, StreamedBody } from '../../../../core/web/http';
import {
  FileTooLarge,
  FileTypeRefused,
  QuotaExceeded,
  StorageFull,
  TusVersionUnsupported,
  UploadChecksumMismatch,
  UploadLocked,
  UploadNotFound,
  UploadOffsetMismatch,
} from '../files.errors';
import { Overridden, OverriddenCall, Tus, TusHeaders } from './tus.decorators';
import { TusRequest } from './tus-headers';
import { TusService } from './tus.service';

const BYTES = 'application/offset+octet-stream';

/** Resumable uploads by tus 1.0: core, creation, expiration, checksum, termination. */
@ApiTags('files')
@Controller(`${API_PREFIX}/storage/tus`)
export class TusController {
  constructor(private readonly tus: TusService) {}

  @Options()
  @Summary('What of tus 1.0 we speak.')
  @Public()
  @Responds(204, null)
  describe(@Tus() _: TusRequest): void {
    this.tus.describe();
  }

  @Post()
  @Summary('Begins a resumable upload; `Upload-Metadata` has `filename`, and `folder`, `description`, `category`.')
  @Require()
  @RouteOptions({ idempotency: false })
  @TusHeaders('Upload-Length', 'Upload-Metadata')
  @Responds(201, null, [TusVersionUnsupported, FileTooLarge, FileTypeRefused, QuotaExceeded, Validation])
  create(@CurrentUser() user: Principal, @Tus() request: TusRequest): Promise<void> {
    return this.tus.create(user, request);
  }

  @Head(':id')
  @Summary('How much of it has arrived.')
  @Require()
  @TusHeaders()
  @Responds(200, null, [TusVersionUnsupported, UploadNotFound])
  offset(@CurrentUser() user: Principal, @IdParam() id: string, @Tus() request: TusRequest): Promise<void> {
    return this.tus.offset(user, id, request);
  }

  @Patch(':id')
  @Summary('The next bytes; with the last of them it becomes a file of the same id.')
  @Require()
  @RouteOptions({ stream: BYTES, idempotency: false })
  @TusHeaders('Upload-Offset', 'Upload-Checksum')
  @ApiConsumes(BYTES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Responds(204, null, [
    TusVersionUnsupported,
    UnsupportedMediaType,
    UploadNotFound,
    UploadOffsetMismatch,
    UploadLocked,
    UploadChecksumMismatch,
    FileTooLarge,
    FileTypeRefused,
    StorageFull,
  ])
  write(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Tus() request: TusRequest,
    @BodyStream() body: StreamedBody,
  ): Promise<void> {
    return this.tus.write(user, id, request, body);
  }

  @Post(':id')
  @Summary('PATCH or DELETE by `X-HTTP-Method-Override`, for clients that can say neither.')
  @Require()
  @RouteOptions({ stream: BYTES, idempotency: false })
  @TusHeaders('X-HTTP-Method-Override', 'Upload-Offset', 'Upload-Checksum')
  @ApiConsumes(BYTES)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, required: false })
  @Responds(204, null, [
    TusVersionUnsupported,
    MethodNotAllowed,
    UnsupportedMediaType,
    UploadNotFound,
    UploadOffsetMismatch,
    UploadLocked,
    UploadChecksumMismatch,
    FileTooLarge,
    FileTypeRefused,
    StorageFull,
  ])
  override(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Tus() request: TusRequest,
    @Overridden() call: OverriddenCall,
  ): Promise<void> {
    return this.tus.override(user, id, request, call);
  }

  @Delete(':id')
  @Summary('Gives an upload up; a file that has come of it stays.')
  @Require()
  @RouteOptions({ idempotency: false })
  @TusHeaders()
  @Responds(204, null, [TusVersionUnsupported, UploadNotFound, UploadLocked])
  terminate(@CurrentUser() user: Principal, @IdParam() id: string, @Tus() request: TusRequest): Promise<void> {
    return this.tus.terminate(user, id, request);
  }
}
