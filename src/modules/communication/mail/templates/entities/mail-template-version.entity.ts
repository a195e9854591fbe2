import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../../../../core/kernel/text';

/** A version of a template in one language. It never changes; the one published last is sent. */
@Entity('mail_template_versions')
@Check('ck_mail_template_versions_version', 'version > 0')
@Index('uq_mail_template_versions_version', ['key', 'locale', 'version'], { unique: true })
export class MailTemplateVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_template_versions' })
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('text')
  key: string;

  @Column('text')
  locale: Locale;

  /** From 1. */
  @Column('int')
  version: number;

  /** Liquid, as the two below. */
  @Column('text')
  subject: string;

  @Column('text')
  html: string;

  /** null: made from the HTML. */
  @Column('text', { nullable: true })
  text: string | null;

  @ForeignKey('users', { name: 'fk_mail_template_versions_creator', onDelete: 'RESTRICT' })
  @Column('uuid')
  creatorId: string;

  /** When it was last published. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}
