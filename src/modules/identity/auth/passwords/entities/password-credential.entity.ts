import { Column, Entity, ForeignKey, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** The password of an account; an account that only signs in through a provider has none. */
@Entity('password_credentials')
export class PasswordCredential {
  @PrimaryColumn('uuid')
  @ForeignKey('users', { name: 'fk_password_credentials_user', onDelete: 'CASCADE' })
  userId: string;

  /** Argon2id in PHC format, with its own parameters. */
  @Column('text')
  hash: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
