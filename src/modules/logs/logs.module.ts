import { Module } from '@nestjs/common';
import { Config, CONFIG } from '../../core/config';
import { LogDownload } from './log-download';
import { LogFollower } from './log-follower';
import { LogsController } from './logs.controller';
import { LogsService } from './logs.service';
import { AppSource } from './sources/app-source';
import { DirectorySource } from './sources/directory-source';
import { LOG_SOURCE, LogSource } from './sources/log-source';

@Module({
  controllers: [LogsController],
  providers: [LogDownload, LogFollower, LogsService, { provide: LOG_SOURCE, inject: [CONFIG], useFactory: sourceOf }],
})
export class LogsModule {}

function sourceOf(config: Config): LogSource {
  if (config.logsSource === 'directory') return new DirectorySource(config.logsDirectory, config.logsNamespace);
  return new AppSource(config.logDir);
}
