import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions } from '../../../../core/web/http';
import { TemplateInvalid, TemplateNotFound, TemplateTaken } from '../mail.errors';
import { MailPermission } from '../mail.permissions';
import {
  CreateTemplateInput,
  PreviewTemplateInput,
  PublishTemplateInput,
  TemplatePreviewDto,
  TemplateVersionDto,
  TemplateVersionInput,
  TemplateVersionPage,
} from './dto/mail-template.dto';
import { TemplatesService } from './templates.service';

const MAX_BODY_BYTES = 2_097_152;

@ApiTags('mail')
@Controller(`${API_PREFIX}/mail/templates`)
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Summary('All versions of all templates, the newest first.')
  @Require(MailPermission.Manage)
  @Responds(200, TemplateVersionPage)
  list(@Query() query: PageQuery): Promise<Page<TemplateVersionDto>> {
    return this.templates.list(query);
  }

  @Post()
  @Summary('Makes a template: its first version, which is sent once it is published.')
  @Require(MailPermission.Manage)
  @RouteOptions({ bodyLimitBytes: MAX_BODY_BYTES })
  @Responds(201, TemplateVersionDto, [TemplateTaken, TemplateInvalid])
  create(@CurrentUser() user: Principal, @Body() input: CreateTemplateInput): Promise<TemplateVersionDto> {
    return this.templates.create(user, input);
  }

  @Get(':key/versions')
  @Summary('The versions of one template, the newest first.')
  @Require(MailPermission.Manage)
  @Responds(200, TemplateVersionPage, [TemplateNotFound])
  versions(@Param('key') key: string, @Query() query: PageQuery): Promise<Page<TemplateVersionDto>> {
    return this.templates.list(query, key);
  }

  @Post(':key/versions')
  @Summary('One more version, also in another language.')
  @Require(MailPermission.Manage)
  @RouteOptions({ bodyLimitBytes: MAX_BODY_BYTES })
  @Responds(201, TemplateVersionDto, [TemplateNotFound, TemplateInvalid])
  addVersion(
    @CurrentUser() user: Principal,
    @Param('key') key: string,
    @Body() input: TemplateVersionInput,
  ): Promise<TemplateVersionDto> {
    return this.templates.addVersion(user, key, input);
  }

  @Post(':key/publish')
  @Summary('From now on this version is sent in its language, be it an older one.')
  @Require(MailPermission.Manage)
  @HttpCode(200)
  @Responds(200, TemplateVersionDto, [TemplateNotFound])
  publish(@Param('key') key: string, @Body() input: PublishTemplateInput): Promise<TemplateVersionDto> {
    return this.templates.publish(key, input);
  }

  @Post(':key/preview')
  @Summary('A version with data, and what the data lacks. Sends nothing.')
  @Require(MailPermission.Manage)
  @HttpCode(200)
  @Responds(200, TemplatePreviewDto, [TemplateNotFound, TemplateInvalid])
  preview(@Param('key') key: string, @Body() input: PreviewTemplateInput): Promise<TemplatePreviewDto> {
    return this.templates.preview(key, input);
  }
}
