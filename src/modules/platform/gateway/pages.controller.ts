import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Page, Pages } from '../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where an admin watches what is behind the gateway. */
@Controller()
export class GatewayPagesController {
  @Page('gateway')
  gateway(): string {
    return pages.html('gateway');
  }
}
