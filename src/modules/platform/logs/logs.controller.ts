import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { MediaAnswer, Responds, Summary } from '../../../core/web/dto';
import { Forbidden } from '../../../core/kernel/errors';
import {
  EndsWithSession,
  LastEventId,
  MaybeEventStream,
  ReadConditions,
  Reading,
  ServerEvents,
} from '../../../core/web/http';
import { LogDownloadQuery, LogQuery } from './dto/log-query.dto';
import { LogLineDto, PodListDto, PodLogsDto } from './dto/pod-logs.dto';
import { LogDownload } from './log-download';
import { LogFollower } from './log-follower';
import { ContainerNotFound, LogsSourceFailed, NoPreviousLog, PodNotFound } from './logs.errors';
import { LogsPermission } from './logs.permissions';
import { LogsService } from './logs.service';
import { PodParam } from './pod-param';

const ERRORS = [Forbidden, PodNotFound, ContainerNotFound, NoPreviousLog, LogsSourceFailed];

const LINES: MediaAnswer = {
  description: 'The lines.',
  media: { 'application/x-ndjson': 'bytes', 'text/plain': 'bytes', 'application/gzip': 'bytes' },
};

@ApiTags('logs')
@ApiExtraModels(LogLineDto)
@Controller(`${API_PREFIX}/logs`)
export class LogsController {
  constructor(
    private readonly logs: LogsService,
    private readonly follower: LogFollower,
    private readonly downloads: LogDownload,
  ) {}

  @Get()
  @Summary('The pods whose logs I may read.')
  @Require(LogsPermission.Read)
  @Responds(200, PodListDto, [LogsSourceFailed])
  pods(@CurrentUser() user: Principal): Promise<PodListDto> {
    return this.logs.pods(user);
  }

  @Get(':pod_name')
  @Summary('The newest lines of a pod’s log; with `follow=true` as server-sent events, then every new line.')
  @Require(LogsPermission.Read)
  @Responds(200, PodLogsDto, ERRORS)
  @MaybeEventStream()
  read(
    @CurrentUser() user: Principal,
    @PodParam() pod: string,
    @Query() query: LogQuery,
    @LastEventId() last?: string,
  ): Promise<PodLogsDto | ServerEvents> {
    return query.follow ? this.follower.follow(user, pod, query, last) : this.logs.read(user, pod, query);
  }

  @Get(':pod_name/download')
  @Summary('The whole log as a file.')
  @Require(LogsPermission.Read)
  @Responds(200, LINES, ERRORS)
  @EndsWithSession()
  download(
    @CurrentUser() user: Principal,
    @PodParam() pod: string,
    @Query() query: LogDownloadQuery,
    @Reading() { headOnly }: ReadConditions,
  ): Promise<StreamableFile> {
    return this.downloads.download(user, pod, query, headOnly);
  }
}
