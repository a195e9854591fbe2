import { Module } from '@nestjs/common';
import { UsersModule } from '../../identity/users';
import { DeliveryNudge } from './deliveries/delivery-nudge';
import { DeliveryOutcomes } from './deliveries/delivery-outcomes';
import { Dispatcher } from './deliveries/dispatcher';
import { MessageBuilder } from './deliveries/message-builder';
import { Transports } from './deliveries/transports';
import { EarlierMails } from './letters/earlier-mails';
import { MailTemplates } from './letters/mail-templates';
import { MailService } from './mail.service';
import './messages/entities/mail-attachment.entity';
import './messages/entities/mail-delivery.entity';
import './messages/entities/mail-message.entity';
import './messages/entities/mail-pace.entity';
import './messages/entities/mail-step.entity';
import { MailVault } from './messages/mail-vault';
import { MessageWriter } from './messages/message-writer';
import './suppressions/entities/mail-suppression.entity';
import { SuppressionList } from './suppressions/suppression-list';

/** Mails out: stored within a transaction, sent after it. */
@Module({
  imports: [UsersModule],
  providers: [
    DeliveryNudge,
    DeliveryOutcomes,
    Dispatcher,
    EarlierMails,
    MailService,
    MailTemplates,
    MailVault,
    MessageBuilder,
    MessageWriter,
    SuppressionList,
    Transports,
  ],
  exports: [MailService],
})
export class MailModule {}
