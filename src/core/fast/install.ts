import type { ApplicationConfig } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastPath } from '../kernel/config';
import { FrameWays } from '../realtime';
import { useTextWriters } from '../web/dto';
import { DirectRoutes } from './direct-routes';
import { textWriter } from './text-writer';
import { WRITTEN_FRAMES } from './written-frames';

/**
 * What is clever for speed in place of its plain twin, or the plain twins alone. Both answer the same: `test/architecture/fast`
 * compares them call by call. @param on FAST_PATHS
 */
export function installFast(app: NestFastifyApplication, on: ReadonlySet<FastPath>): void {
  useTextWriters(on.has('text-writers') ? textWriter : undefined);
  if (on.has('written-frames')) app.get(FrameWays).current = WRITTEN_FRAMES;
  if (on.has('direct-routes')) {
    const { config } = app as unknown as { config: ApplicationConfig };
    app.get(DirectRoutes).install(app.getHttpAdapter().getInstance(), config);
  }
}
