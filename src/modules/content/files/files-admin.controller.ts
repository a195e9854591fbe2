import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { FsckQuery, FsckReport } from './dto/fsck.dto';
import { FilesPermission } from './files.permissions';
import { FsckService } from './fsck.service';

@ApiTags('files')
@Controller(`${API_PREFIX}/admin/files`)
export class FilesAdminController {
  constructor(private readonly files: FsckService) {}

  @Get('fsck')
  @Summary('Compares rows and store, in both directions.')
  @Require(FilesPermission.Manage)
  @Responds(200, FsckReport)
  check(@Query() query: FsckQuery): Promise<FsckReport> {
    return this.files.check(query);
  }
}
