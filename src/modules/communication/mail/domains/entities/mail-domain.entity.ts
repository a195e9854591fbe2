import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** A domain whose mails we sign. */
@Entity('mail_domains')
@Index('uq_mail_domains_domain', ['domain'], { unique: true })
export class MailDomain extends Row {
  /** In small letters and ASCII. */
  @Column('text')
  domain: string;

  @ForeignKey('users', { name: 'fk_mail_domains_creator', onDelete: 'RESTRICT' })
  @Column('uuid')
  creatorId: string;
}
