export { Draft, letter, Letter, Link } from './letters/letter';
export { defineMail, MAIL_TEMPLATES, MailTemplate, MailTools, WriteMail } from './letters/mail-template';
export { CATEGORY, isBulk, MailCategory } from './mail-categories';
export { MailBounced, MailDelivered, MailFailed, MailSent } from './mail.events';
export { mailManifest } from './mail.manifest';
export { MailModule } from './mail.module';
export { Mail, MailService } from './mail.service';
