import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Page, Pages } from '../../../core/web/system/pages';

const pages = new Pages(join(__dirname, 'pages'));

/** Where a person signs in, and looks after the account, in a browser. */
@Controller()
export class PagesController {
  @Page('register')
  register(): string {
    return pages.html('register');
  }

  @Page('forgot')
  forgot(): string {
    return pages.html('forgot');
  }

  @Page('reset')
  reset(): string {
    return pages.html('reset');
  }

  @Page('verify')
  verify(): string {
    return pages.html('verify');
  }

  @Page('mfa')
  mfa(): string {
    return pages.html('mfa');
  }

  @Page('mfa/setup')
  mfaSetup(): string {
    return pages.html('mfa-setup');
  }

  @Page('account')
  account(): string {
    return pages.html('account');
  }
}
