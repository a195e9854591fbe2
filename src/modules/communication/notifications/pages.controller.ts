import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { Public } from '../../../core/web/access';
import { Page, Pages } from '../../../core/web/system/pages';

const folder = join(__dirname, 'pages');
const pages = new Pages(folder);
const worker = readFileSync(join(folder, 'notifications-sw.js'), 'utf8');

/** What somebody has been told, in a browser, and the worker that shows pushes while no page is open. */
@Controller()
export class NotificationPagesController {
  @Page('notifications')
  notifications(): string {
    return pages.html('notifications');
  }

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
