import { defineModule } from '../../../core/module';
import { MailModule } from './mail.module';

export const mailManifest = defineModule({
  name: 'mail',
  group: 'communication',
  module: MailModule,
  uses: [],
});
