import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const KEY_ALGORITHMS = ['rsa', 'ed25519'] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** A key of DKIM. Of the active ones of an algorithm the newest signs what is accepted from then on. */
@Entity('mail_domain_keys')
@Check('ck_mail_domain_keys_algorithm', `algorithm IN (${KEY_ALGORITHMS.map((one) => `'${one}'`).join(', ')})`)
@Index('uq_mail_domain_keys_selector', ['domainId', 'selector'], { unique: true })
export class MailDomainKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_domain_keys' })
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('mail_domains', { name: 'fk_mail_domain_keys_domain', onDelete: 'CASCADE' })
  @Column('uuid')
  domainId: string;

  @Column('text')
  algorithm: KeyAlgorithm;

  @Column('text')
  selector: string;

  /** PKCS 8 in PEM; sealed. */
  @Column('bytea', { select: false })
  privateKey: Buffer;

  /** As the DNS has it, base64. */
  @Column('text')
  publicKey: string;

  /** When the DNS first showed it. */
  @Column('timestamptz', { nullable: true })
  activatedAt: Date | null;
}
