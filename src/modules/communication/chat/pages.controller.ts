import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Page, Pages } from '../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where people talk in a browser. */
@Controller()
export class ChatPagesController {
  @Page('chat')
  chat(): string {
    return pages.html('chat');
  }
}
