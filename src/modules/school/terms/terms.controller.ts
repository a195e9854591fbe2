import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../core/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/dto';
import { PreconditionFailed } from '../../../core/errors';
import { IfMatch } from '../../../core/http';
import { CreateTermInput, TermDto, TermPage, UpdateTermInput } from '../dto/term.dto';
import { TermClosed, TermNameTaken, TermNotFound, TermOpen, TermsOverlap } from '../school.errors';
import { SchoolPermission } from '../school.permissions';
import { TermsService } from './terms.service';

@ApiTags('school')
@Controller(`${API_PREFIX}/school/terms`)
export class TermsController {
  constructor(private readonly terms: TermsService) {}

  @Get()
  @Summary('Terms, the latest first.')
  @Require()
  @Responds(200, TermPage)
  list(@Query() query: PageQuery): Promise<Page<TermDto>> {
    return this.terms.list(query);
  }

  @Post()
  @Summary('Makes a term.')
  @Require(SchoolPermission.Manage)
  @Responds(201, TermDto, [TermNameTaken, TermsOverlap])
  create(@Body() input: CreateTermInput): Promise<TermDto> {
    return this.terms.create(input);
  }

  @Patch(':id')
  @Summary('Changes name or days of an open term.')
  @Require(SchoolPermission.Manage)
  @Responds(200, TermDto, [TermNotFound, TermClosed, TermNameTaken, TermsOverlap, PreconditionFailed])
  update(@IdParam() id: string, @Body() input: UpdateTermInput, @IfMatch() ifMatch?: string): Promise<TermDto> {
    return this.terms.update(id, input, ifMatch);
  }

  @Post(':id/close')
  @Summary('Closes a term: its grades and enrolments stay as they are.')
  @Require(SchoolPermission.Manage)
  @Responds(200, TermDto, [TermNotFound, TermClosed])
  close(@IdParam() id: string): Promise<TermDto> {
    return this.terms.close(id);
  }

  @Post(':id/reopen')
  @Summary('Opens a closed term again.')
  @Require(SchoolPermission.Manage)
  @Responds(200, TermDto, [TermNotFound, TermOpen])
  reopen(@IdParam() id: string): Promise<TermDto> {
    return this.terms.reopen(id);
  }
}
