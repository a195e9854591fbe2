export { mailManifest } from './mail.manifest';
export { MailModule } from './mail.module';
export { Mail, MailService } from './mail.service';
export { letter, Letter, Link } from './letter';
export { defineMail, MAIL_TEMPLATES, MailTemplate } from './mail-template';
