import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { PreconditionFailed } from '../../../../core/kernel/errors';
import { IfMatch } from '../../../../core/web/http';
import {
  CloseYearInput,
  CreateTermInput,
  SchoolYearDto,
  TermDto,
  TermPage,
  TermQuery,
  UpdateTermInput,
} from './dto/term.dto';
import { SchoolYearNotFound, TermClosed, TermNameTaken, TermNotFound, TermOpen, TermsOverlap } from '../school.errors';
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
  list(@Query() query: TermQuery): Promise<Page<TermDto>> {
    return this.terms.list(query);
  }

  @Post()
  @Summary('Makes a term.')
  @Require(SchoolPermission.Manage)
  @Responds(201, TermDto, [TermNameTaken, TermsOverlap])
  create(@Body() input: CreateTermInput): Promise<TermDto> {
    return this.terms.create(input);
  }

  @Post('close')
  @Summary('Closes a school year: all of its terms that are open.')
  @Require(SchoolPermission.Manage)
  @Responds(200, SchoolYearDto, [SchoolYearNotFound, TermClosed])
  closeYear(@Body() { schoolYear }: CloseYearInput): Promise<SchoolYearDto> {
    return this.terms.closeYear(schoolYear);
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
