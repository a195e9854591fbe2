import { Module } from '@nestjs/common';
import { UsersModule } from '../../identity/users';
import { ReportsService } from './bounces/reports.service';
import { ReturnPaths } from './bounces/return-paths';
import { DeliveryNudge } from './deliveries/delivery-nudge';
import { DeliveryOutcomes } from './deliveries/delivery-outcomes';
import { Dispatcher } from './deliveries/dispatcher';
import { MessageBuilder } from './deliveries/message-builder';
import { Transports } from './deliveries/transports';
import { DkimKeys } from './dkim/dkim-keys';
import { Dns } from './domains/dns';
import { DomainsController } from './domains/domains.controller';
import { DomainsService } from './domains/domains.service';
import './domains/entities/mail-domain-key.entity';
import './domains/entities/mail-domain.entity';
import './inbound/entities/inbound-message.entity';
import './inbound/entities/inbound-route.entity';
import { InboundTargets } from './inbound/inbound-targets';
import { InboundController } from './inbound/inbound.controller';
import { InboundService } from './inbound/inbound.service';
import { EarlierMails } from './letters/earlier-mails';
import { MailTemplates } from './letters/mail-templates';
import { MailListener } from './listener/mail-listener';
import { MailPersonalData } from './mail-personal-data';
import { MailService } from './mail.service';
import './messages/entities/mail-attachment.entity';
import './messages/entities/mail-delivery.entity';
import './messages/entities/mail-message.entity';
import './messages/entities/mail-pace.entity';
import './messages/entities/mail-step.entity';
import { MailVault } from './messages/mail-vault';
import { MessageWriter } from './messages/message-writer';
import { Attachments } from './send/attachments';
import { AttachableFiles } from './send/mail-files';
import { MailGate } from './send/mail-gate';
import { SendController } from './send/send.controller';
import { SendService } from './send/send.service';
import { SentRows } from './sent/sent-rows';
import { SentController } from './sent/sent.controller';
import { SentService } from './sent/sent.service';
import './templates/entities/mail-template-version.entity';
import { RenderProcesses } from './templates/render-processes';
import { TemplateRenderer } from './templates/template-renderer';
import { TemplatesController } from './templates/templates.controller';
import { TemplatesService } from './templates/templates.service';
import './suppressions/entities/mail-suppression.entity';
import { SubmissionLogin } from './submission/submission-credentials';
import { SubmissionServer } from './submission/submission-server';
import { SuppressionsController } from './suppressions/suppressions.controller';
import { SuppressionsService } from './suppressions/suppressions.service';
import { UnsubscribeTokens } from './suppressions/unsubscribe-tokens';
import { SuppressionList } from './suppressions/suppression-list';

/** Mails out: stored within a transaction, sent after it. */
@Module({
  imports: [UsersModule],
  controllers: [
    DomainsController,
    InboundController,
    SendController,
    SentController,
    SuppressionsController,
    TemplatesController,
  ],
  providers: [
    AttachableFiles,
    Attachments,
    DeliveryNudge,
    DkimKeys,
    Dns,
    DomainsService,
    DeliveryOutcomes,
    Dispatcher,
    EarlierMails,
    InboundService,
    InboundTargets,
    MailGate,
    MailListener,
    MailPersonalData,
    MailService,
    MailTemplates,
    MailVault,
    MessageBuilder,
    MessageWriter,
    RenderProcesses,
    ReportsService,
    ReturnPaths,
    SendService,
    SentRows,
    SentService,
    SubmissionLogin,
    SubmissionServer,
    SuppressionList,
    SuppressionsService,
    TemplateRenderer,
    TemplatesService,
    Transports,
    UnsubscribeTokens,
  ],
  exports: [MailGate, MailService, SendService],
})
export class MailModule {}
