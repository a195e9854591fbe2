export { mailManifest } from './mail.manifest';
export { MailModule } from './mail.module';
export { Mail, MailService } from './mail.service';
