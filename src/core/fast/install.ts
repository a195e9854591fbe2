import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { useTextWriters } from '../web/dto';
import { DirectRoutes } from './direct-routes';
import { textWriter } from './text-writer';

/**
 * What is clever for speed in place of its plain twin, or the plain twins alone. Both answer the same: `test/architecture/fast`
 * compares them call by call. @param isOn FAST_PATHS
 */
export function installFast(app: NestFastifyApplication, isOn: boolean): void {
  useTextWriters(isOn ? textWriter : undefined);
  if (isOn) app.get(DirectRoutes).install(app.getHttpAdapter().getInstance());
}
