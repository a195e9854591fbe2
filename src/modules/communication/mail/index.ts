export { MailModule } from './mail.module';
export { Mail, MailService } from './mail.service';
