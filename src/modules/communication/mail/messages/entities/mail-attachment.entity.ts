import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The bytes of an attachment as they were when the mail was accepted. */
@Entity('mail_attachments')
export class MailAttachment {
  @ForeignKey('mail_messages', { name: 'fk_mail_attachments_message', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_attachments' })
  messageId: string;

  /** From 0, in the order of the mail. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_mail_attachments' })
  position: number;

  /** Sealed. */
  @Column('bytea', { select: false })
  content: Buffer;
}
