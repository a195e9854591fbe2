import { check, consume, defineModule } from '../../../core/module';
import { MailDelivery } from './mail.delivery';
import { MailRequested } from './mail.events';
import { MailModule } from './mail.module';

export const mailManifest = defineModule({
  name: 'mail',
  group: 'communication',
  module: MailModule,
  uses: [],
  events: [
    consume(MailRequested, 'mail.deliver', MailDelivery, (mails, event, delivery) => mails.deliver(event, delivery), {
      outside: true,
    }),
  ],
  health: { mail: check(MailDelivery, (mails) => mails.check(), { everyMs: 10_000 }) },
});
