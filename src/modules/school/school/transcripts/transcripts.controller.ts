import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Public, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { NotAcceptable } from '../../../../core/kernel/errors';
import { RouteOptions, FormatQuery, Formats } from '../../../../core/web/http';
import {
  IssuedTranscriptDto,
  IssuedTranscriptPage,
  IssuedTranscriptQuery,
  IssueTranscriptInput,
  RevokeTranscriptInput,
  TranscriptProofDto,
} from './dto/transcript.dto';
import { issuedTranscriptPdf } from '../reports/report-pdf';
import { StudentNotFound, TermNotFound, TranscriptNotFound, TranscriptRevoked } from '../school.errors';
import { SchoolPermission } from '../school.permissions';
import { TranscriptsService } from './transcripts.service';

@ApiTags('school')
@Controller(`${API_PREFIX}/school`)
export class TranscriptsController {
  constructor(private readonly transcripts: TranscriptsService) {}

  @Post('transcripts')
  @Summary('Issues a transcript, signed and with a code to verify it by: one’s own, anybody’s with `manage_school`.')
  @Require()
  @Responds(201, IssuedTranscriptDto, [StudentNotFound, TermNotFound])
  issue(@CurrentUser() user: Principal, @Body() input: IssueTranscriptInput): Promise<IssuedTranscriptDto> {
    return this.transcripts.issue(user, input);
  }

  @Get('transcripts')
  @Summary('The register of issued transcripts, the latest first: one’s own, all with `manage_school`.')
  @Require()
  @Responds(200, IssuedTranscriptPage)
  list(@CurrentUser() user: Principal, @Query() query: IssuedTranscriptQuery): Promise<Page<IssuedTranscriptDto>> {
    return this.transcripts.list(user, query);
  }

  @Get('transcripts/:id')
  @Formats('transcript', { pdf: issuedTranscriptPdf })
  @Summary('A transcript as it was issued; as PDF the page to print.')
  @Require()
  @Responds(200, IssuedTranscriptDto, [TranscriptNotFound, NotAcceptable])
  byId(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() _format: FormatQuery,
  ): Promise<IssuedTranscriptDto> {
    return this.transcripts.byId(user, id);
  }

  @Post('transcripts/:id/revoke')
  @Summary('Vouches for it no longer; its code says so from now on.')
  @Require(SchoolPermission.Manage)
  @Responds(200, IssuedTranscriptDto, [TranscriptNotFound, TranscriptRevoked])
  revoke(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() { reason }: RevokeTranscriptInput,
  ): Promise<IssuedTranscriptDto> {
    return this.transcripts.revoke(user, id, reason);
  }

  @Get('verify/:code')
  @RouteOptions({ rateGroup: 'grades', secretPath: true })
  @Summary('Whether a transcript is ours and still holds, and what it must say. The code is on the paper.')
  @Public()
  @Responds(200, TranscriptProofDto, [TranscriptNotFound])
  verify(@Param('code') code: string): Promise<TranscriptProofDto> {
    return this.transcripts.verify(code);
  }
}
