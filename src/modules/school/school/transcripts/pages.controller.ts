import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { RouteOptions } from '../../../../core/web/http';
import { Page, Pages } from '../../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where somebody who holds a transcript compares it with the school's books. */
@Controller()
export class TranscriptPagesController {
  @Page('school/verify')
  ask(): string {
    return pages.html('transcript');
  }

  @Page('school/verify/:code')
  @RouteOptions({ secretPath: true })
  verify(): string {
    return pages.html('transcript');
  }
}
