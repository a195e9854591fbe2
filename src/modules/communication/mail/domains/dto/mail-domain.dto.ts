import {
  DateField,
  EnumField,
  IdField,
  Input,
  ObjectListField,
  Output,
  PageOf,
  StringField,
} from '../../../../../core/web/dto';
import { KEY_ALGORITHMS } from '../entities/mail-domain-key.entity';

const DOMAIN = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
export const CHECKS = ['spf', 'dkim', 'dmarc', 'mx', 'mta_sts', 'tls_rpt'] as const;
export const VERDICTS = ['good', 'warning', 'bad', 'unknown'] as const;

@Input('CreateMailDomainInput')
export class CreateMailDomainInput {
  @StringField({
    max: 253,
    pattern: DOMAIN,
    shape: 'a domain in small letters such as example.com',
    example: 'example.com',
  })
  domain: string;
}

@Output('MailDomainKey')
export class MailDomainKeyDto {
  @StringField({ max: 63, example: 'a3f1c2-rsa' })
  selector: string;

  @EnumField(KEY_ALGORITHMS)
  algorithm: string;

  @DateField({ nullable: true, description: 'Since when it signs; null while the DNS does not show it.' })
  activatedAt: Date | null;
}

@Output('DnsRecord', 'What the DNS is to have.')
export class DnsRecordDto {
  @EnumField(['TXT', 'MX'])
  type: string;

  @StringField({ max: 300, example: 'a3f1c2-rsa._domainkey.example.com' })
  name: string;

  @StringField({ max: 1000 })
  value: string;
}

@Output('MailDomain', 'A domain whose mails are signed.')
export class MailDomainDto {
  @IdField()
  id: string;

  @StringField({ max: 253 })
  domain: string;

  @ObjectListField(() => MailDomainKeyDto, { description: 'The newest first.' })
  keys: MailDomainKeyDto[];

  @ObjectListField(() => DnsRecordDto)
  records: DnsRecordDto[];

  @DateField()
  createdAt: Date;
}

@Output('MailDomainPage')
export class MailDomainPage extends PageOf(MailDomainDto) {}

@Output('MailDomainCheck')
export class MailDomainCheckDto {
  @EnumField(CHECKS)
  check: string;

  @StringField({ max: 1000 })
  expected: string;

  @StringField({ min: 0, max: 5000, nullable: true, description: 'null where there is nothing.' })
  found: string | null;

  @EnumField(VERDICTS, { description: 'unknown: the DNS gave no answer.' })
  verdict: string;

  @StringField({
    max: 500,
    nullable: true,
    description: 'What to do, in the language of the caller; null where nothing is.',
  })
  fix: string | null;
}

@Output('MailDomainReport')
export class MailDomainReportDto {
  @StringField({ max: 253 })
  domain: string;

  @ObjectListField(() => MailDomainCheckDto)
  checks: MailDomainCheckDto[];
}
