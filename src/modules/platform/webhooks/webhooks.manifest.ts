import { check, defineModule, keep } from '../../../core/module';
import { INBOUND_TARGETS, MAIL_TEMPLATES } from '../../communication/mail';
import { RESOURCE_LISTENERS } from '../sharing';
import { EventWriter } from './event-writer';
import { WEBHOOK_OFF } from './mails/webhook-off';
import { MAIL_EVENTS } from './public-mails';
import { USER_REGISTERED } from './public-users';
import { WEBHOOK_EVENTS } from './webhook-events';
import { WebhookHealth } from './webhook-health';
import { WebhooksPersonalData } from './webhooks-personal-data';
import { WEBHOOK_INVARIANTS } from './webhooks.invariants';
import { WebhooksModule } from './webhooks.module';
import { WebhooksPermission } from './webhooks.permissions';
import { webhooksSettings } from './webhooks.settings';

const HOUR_MS = 3_600_000;

export const webhooksManifest = defineModule({
  name: 'webhooks',
  group: 'platform',
  module: WebhooksModule,
  uses: ['mail', 'sharing', 'users'],
  settings: webhooksSettings,
  permissions: { [WebhooksPermission.Manage]: [] },
  extends: [
    MAIL_TEMPLATES.add(WEBHOOK_OFF),
    RESOURCE_LISTENERS.add(EventWriter),
    WEBHOOK_EVENTS.add(USER_REGISTERED, ...MAIL_EVENTS),
    INBOUND_TARGETS.add({ kind: 'webhook' }),
  ],
  personalData: [WebhooksPersonalData],
  invariants: WEBHOOK_INVARIANTS,
  health: { webhooks: check(WebhookHealth, (health) => health.check()) },
  housekeeping: [
    keep(['webhooks'], 'until it is deleted, or the account'),
    keep(['webhook_deliveries'], 'as long as the event and the webhook'),
    {
      name: 'webhooks.events',
      table: 'webhook_events',
      where: `created_at < now() - interval '30 days'`,
      everyMs: HOUR_MS,
      kept: '30 days; one that nobody wants or may see is deleted at once',
    },
  ],
});
