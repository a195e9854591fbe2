import { Readable } from 'node:stream';
import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { MediaAnswer, Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions, WholeBody } from '../../../../core/web/http';
import { EmailTaken, UsernameTaken } from '../../../identity/users';
import { ExportQuery, ImportDto, ImportQuery } from './dto/transfer.dto';
import { AlreadyGraded, ImportRefused, TermClosed } from '../school.errors';
import { SchoolPermission } from '../school.permissions';
import { TransferService } from './transfer.service';

const ROWS: MediaAnswer = { description: 'The rows.', media: { 'text/csv': 'text' } };
const CSV = { type: 'text/csv; charset=utf-8', disposition: 'attachment' };

@ApiTags('school')
@Controller(`${API_PREFIX}/school`)
export class TransferController {
  constructor(private readonly transfer: TransferService) {}

  @Post('import')
  @RouteOptions({ whole: 'text/csv' })
  @Summary('Takes over a CSV file: all of it, or nothing and what is wrong by line and column.')
  @Require(SchoolPermission.Manage)
  @Responds(200, ImportDto, [ImportRefused, EmailTaken, UsernameTaken, AlreadyGraded, TermClosed])
  import(
    @CurrentUser() user: Principal,
    @Query() query: ImportQuery,
    @WholeBody('text/csv') file: Buffer,
  ): Promise<ImportDto> {
    return this.transfer.import(user, query, file);
  }

  @Get('export')
  @Summary('All of one kind as CSV, which `import` reads.')
  @Require(SchoolPermission.Manage)
  @Responds(200, ROWS)
  export(@CurrentUser() user: Principal, @Query() query: ExportQuery): StreamableFile {
    return new StreamableFile(Readable.from(this.transfer.export(user, query)), CSV);
  }
}
