import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Page, Pages } from '../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where a person reads logs in a browser. */
@Controller()
export class LogsPagesController {
  @Page('logs')
  logs(): string {
    return pages.html('logs');
  }
}
