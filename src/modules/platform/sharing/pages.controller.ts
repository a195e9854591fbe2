import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { RouteOptions } from '../../../core/web/http';
import { Page, Pages } from '../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where somebody without an account opens a link. */
@Controller()
export class SharingPagesController {
  @Page('s/:token')
  @RouteOptions({ secretPath: true })
  link(): string {
    return pages.html('link');
  }
}
