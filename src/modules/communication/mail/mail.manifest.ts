import { check, consume, defineModule, keep, sweepBy } from '../../../core/module';
import { Transports } from './deliveries/transports';
import { DomainsService } from './domains/domains.service';
import { InboundService } from './inbound/inbound.service';
import { EarlierMails } from './letters/earlier-mails';
import { MailReceived, MailRequested } from './mail.events';
import { MailPersonalData } from './mail-personal-data';
import { MailModule } from './mail.module';
import { MailPermission } from './mail.permissions';
import { mailSettings } from './mail.settings';

const HOUR_MS = 3_600_000;
const DONE = `NOT EXISTS (SELECT FROM mail_deliveries d WHERE d.message_id = mail_messages.id AND d.state IN ('queued', 'deferred'))`;

export const mailManifest = defineModule({
  name: 'mail',
  group: 'communication',
  module: MailModule,
  uses: ['users'],
  settings: mailSettings,
  permissions: { [MailPermission.Send]: ['teacher', 'finance'], [MailPermission.Manage]: [] },
  personalData: [MailPersonalData],
  events: [
    consume(MailReceived, 'mail.hand-inbound', InboundService, (inbound, event) => inbound.hand(event)),
    consume(MailRequested, 'mail.deliver', EarlierMails, (mails, event, delivery) => mails.take(event, delivery)),
  ],
  health: { mail: check(Transports, (transports) => transports.check(), { everyMs: 10_000 }) },
  housekeeping: [
    {
      name: 'mail.letters',
      table: 'mail_messages',
      where: `created_at < now() - interval '7 days' AND kind = 'system' AND ${DONE}`,
      everyMs: HOUR_MS,
      kept: 'a letter of the application 7 days, unless it still waits',
    },
    {
      name: 'mail.messages',
      table: 'mail_messages',
      where: `created_at < now() - interval '30 days' AND ${DONE}`,
      everyMs: HOUR_MS,
      kept: '30 days, unless it still waits',
    },
    sweepBy(DomainsService, (domains) => domains.activatePending(), {
      name: 'mail.domains',
      tables: ['mail_domains', 'mail_domain_keys'],
      everyMs: 600_000,
      kept: 'until it is removed; looks for keys that the DNS shows by now',
    }),
    keep(['mail_inbound_routes'], 'until it is deleted, or the account'),
    {
      name: 'mail.inbound',
      table: 'mail_inbound_messages',
      where: `created_at < now() - interval '30 days'`,
      everyMs: HOUR_MS,
      kept: '30 days',
    },
    keep(['mail_template_versions'], 'for ever'),
    keep(['mail_attachments', 'mail_deliveries', 'mail_steps'], 'as long as the message'),
    {
      name: 'mail.paces',
      table: 'mail_paces',
      where: `refilled_at < now() - interval '1 day' AND resume_at < now()`,
      everyMs: HOUR_MS,
      kept: 'a day after the last mail to the domain',
    },
    {
      name: 'mail.suppressions',
      table: 'mail_suppressions',
      where: 'until < now()',
      everyMs: HOUR_MS,
      kept: 'until it ends, or is deleted',
    },
  ],
});
