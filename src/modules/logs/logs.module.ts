import { Module } from '@nestjs/common';
import { Config, CONFIG } from '../../core/config';
import { Breakers } from '../../core/outbound';
import { LogDownload } from './log-download';
import { LogFollower } from './log-follower';
import { LogsController } from './logs.controller';
import { LogsService } from './logs.service';
import { LogsPagesController } from './pages.controller';
import { AppSource } from './sources/app-source';
import { DirectorySource } from './sources/directory-source';
import { KubernetesSource } from './sources/kubernetes-source';
import { LOG_SOURCE, LogSource } from './sources/log-source';

@Module({
  controllers: [LogsController, LogsPagesController],
  providers: [
    LogDownload,
    LogFollower,
    LogsService,
    { provide: LOG_SOURCE, inject: [CONFIG, Breakers], useFactory: sourceOf },
  ],
})
export class LogsModule {}

function sourceOf(config: Config, breakers: Breakers): LogSource {
  if (config.logsSource === 'directory') return new DirectorySource(config.logsDirectory, config.logsNamespace);
  if (config.logsSource === 'kubernetes') return new KubernetesSource(config, breakers.get('kubernetes'));
  return new AppSource(config.logDir);
}
