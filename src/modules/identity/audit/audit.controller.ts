import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../core/web/access';
import { Page, Responds, Summary } from '../../../core/web/dto';
import { AuditPermission } from './audit.permissions';
import { AuditService } from './audit.service';
import { AuditEntryDto, AuditPage, AuditQuery } from './dto/audit-entry.dto';

@ApiTags('audit')
@Controller(`${API_PREFIX}/audit`)
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Summary('Who did what to which thing from where, newest first.')
  @Require(AuditPermission.Read)
  @Responds(200, AuditPage)
  list(@Query() query: AuditQuery): Promise<Page<AuditEntryDto>> {
    return this.audit.list(query);
  }
}
