import { Module } from '@nestjs/common';
import { MailDelivery } from './mail.delivery';
import { MailService } from './mail.service';

/** Mails out: asked for within a transaction, sent after it. */
@Module({ providers: [MailService, MailDelivery], exports: [MailService] })
export class MailModule {}
