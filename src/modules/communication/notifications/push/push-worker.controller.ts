import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { Public } from '../../../../core/web/access';

const worker = readFileSync(join(__dirname, 'pages', 'notifications-sw.js'), 'utf8');

/** The worker of a browser that shows pushes while no page is open. */
@Controller()
export class PushWorkerController {
  /** At the root, so that it may show notices for all pages. */
  @Get('notifications-sw.js')
  @Public()
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  worker(): string {
    return worker;
  }
}
