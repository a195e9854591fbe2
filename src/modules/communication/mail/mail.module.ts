import { Module } from '@nestjs/common';
import { MailDelivery } from './mail.delivery';
import { MailTemplates } from './mail-templates';
import { MailService } from './mail.service';

/** Mails out: asked for within a transaction, sent after it. */
@Module({ providers: [MailService, MailDelivery, MailTemplates], exports: [MailService] })
export class MailModule {}
