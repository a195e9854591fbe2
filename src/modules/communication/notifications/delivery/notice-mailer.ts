import { Injectable } from '@nestjs/common';
import { newId } from '../../../../core/kernel/runtime';
import type { Reader } from '../../../../core/kernel/text';
import { PublicAddress } from '../../../../core/web/http';
import { MailService } from '../../mail';
import { MailedNotice, NOTIFICATION_DIGEST, NOTIFICATION_MAIL } from '../mails/notification-mails';

/** Who gets a mail. */
export interface MailReader extends Reader {
  readonly email: string;
  readonly fullName: string;
}

/** A notice that is mailed. */
export interface NoticeToMail {
  readonly title: string;
  readonly body: string;
  readonly category: string;
  readonly actionUrl: string | null;
}

const INBOX = '/notifications';
/** A digest shows so many; the others are in the inbox. */
const SHOWN = 50;

/** Mails notices, by the one way in which the application mails. Within the open transaction. */
@Injectable()
export class NoticeMailer {
  constructor(
    private readonly mails: MailService,
    private readonly addresses: PublicAddress,
  ) {}

  /** @returns what its Message-ID begins with @throws Validation for an address that is none */
  async mail(reader: MailReader, notice: NoticeToMail): Promise<string> {
    const id = newId();
    const values = { ...this.shown(notice), preferencesUrl: this.preferencesUrl };
    await this.mails.send({ id, to: reader.email, template: NOTIFICATION_MAIL, values, reader });
    return id;
  }

  /** Those of a digest in one mail, the oldest first. @returns, @throws as `mail` */
  async mailDigest(reader: MailReader, notices: readonly NoticeToMail[]): Promise<string> {
    const id = newId();
    const values = {
      fullName: reader.fullName,
      notices: notices.slice(0, SHOWN).map((notice) => this.shown(notice)),
      more: Math.max(0, notices.length - SHOWN),
      inboxUrl: this.addresses.urlOf(INBOX),
      preferencesUrl: this.preferencesUrl,
    };
    await this.mails.send({ id, to: reader.email, template: NOTIFICATION_DIGEST, values, reader });
    return id;
  }

  private get preferencesUrl(): string {
    return `${this.addresses.urlOf(INBOX)}#preferences`;
  }

  private shown({ title, body, actionUrl }: NoticeToMail): MailedNotice {
    const isOwn = actionUrl?.startsWith('/') ?? false;
    return { title, body, url: isOwn ? this.addresses.urlOf(actionUrl as `/${string}`) : actionUrl };
  }
}
