import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Page, Pages } from '../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where a person starts and watches tasks in a browser. */
@Controller()
export class TasksPagesController {
  @Page('tasks')
  tasks(): string {
    return pages.html('tasks');
  }
}
