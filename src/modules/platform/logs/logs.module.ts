import { Module } from '@nestjs/common';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Breakers } from '../../../core/outbound';
import { LogDownload } from './log-download';
import { LogFollower } from './log-follower';
import { LogsController } from './logs.controller';
import { LogsService } from './logs.service';
import { AppSource } from './sources/app-source';
import { DirectorySource } from './sources/directory-source';
import { LOG_SOURCE, LogSource } from './sources/log-source';

@Module({
  controllers: [LogsController],
  providers: [
    LogDownload,
    LogFollower,
    LogsService,
    { provide: LOG_SOURCE, inject: [CONFIG, Breakers], useFactory: sourceOf },
  ],
})
export class LogsModule {}

/** The package that speaks to Kubernetes is loaded by who uses it. */
async function sourceOf(config: Config, breakers: Breakers): Promise<LogSource> {
  if (config.logsSource === 'directory') return new DirectorySource(config.logsDirectory, config.logsNamespace);
  if (config.logsSource === 'app') return new AppSource(config.logDir);
  const { KubernetesSource } = await import('./sources/kubernetes-source.js');
  return new KubernetesSource(config, breakers.get('kubernetes'));
}
