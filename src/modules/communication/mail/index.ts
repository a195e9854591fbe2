export { mailManifest } from './mail.manifest';
export { MailModule } from './mail.module';
export { Mail, MailService } from './mail.service';
export { Draft, letter, Letter, Link } from './letter';
export { defineMail, MAIL_TEMPLATES, MailTemplate, MailTools, WriteMail } from './mail-template';
