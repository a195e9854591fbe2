import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { MailDomainNotFound, MailDomainTaken } from '../mail.errors';
import { MailPermission } from '../mail.permissions';
import { DomainsService } from './domains.service';
import { CreateMailDomainInput, MailDomainDto, MailDomainPage, MailDomainReportDto } from './dto/mail-domain.dto';

@ApiTags('mail')
@Controller(`${API_PREFIX}/mail/domains`)
export class DomainsController {
  constructor(private readonly domains: DomainsService) {}

  @Get()
  @Summary('Domains whose mails are signed, with the records that the DNS is to have.')
  @Require(MailPermission.Manage)
  @Responds(200, MailDomainPage)
  list(@Query() query: PageQuery): Promise<Page<MailDomainDto>> {
    return this.domains.list(query);
  }

  @Post()
  @Summary('Adds a domain with a key of RSA and one of Ed25519; they sign once the DNS shows them.')
  @Require(MailPermission.Manage)
  @Responds(201, MailDomainDto, [MailDomainTaken])
  create(@CurrentUser() user: Principal, @Body() input: CreateMailDomainInput): Promise<MailDomainDto> {
    return this.domains.create(user, input);
  }

  @Get(':id')
  @Summary('One domain.')
  @Require(MailPermission.Manage)
  @Responds(200, MailDomainDto, [MailDomainNotFound])
  byId(@IdParam() id: string): Promise<MailDomainDto> {
    return this.domains.byId(id);
  }

  @Delete(':id')
  @Summary('Takes a domain away with its keys.')
  @Require(MailPermission.Manage)
  @Responds(204, null, [MailDomainNotFound])
  remove(@IdParam() id: string): Promise<void> {
    return this.domains.remove(id);
  }

  @Post(':id/check')
  @Summary('Compares the DNS with what mails need: SPF, DKIM, DMARC, MX, MTA-STS, TLS-RPT.')
  @Require(MailPermission.Manage)
  @HttpCode(200)
  @Responds(200, MailDomainReportDto, [MailDomainNotFound])
  check(@IdParam() id: string): Promise<MailDomainReportDto> {
    return this.domains.check(id);
  }

  @Post(':id/rotate')
  @Summary('Makes new keys; those before sign until the DNS shows the new ones.')
  @Require(MailPermission.Manage)
  @HttpCode(200)
  @Responds(200, MailDomainDto, [MailDomainNotFound])
  rotate(@IdParam() id: string): Promise<MailDomainDto> {
    return this.domains.rotate(id);
  }
}
