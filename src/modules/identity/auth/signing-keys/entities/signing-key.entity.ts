import { Column, Entity, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** A key that access tokens are signed by; all instances share them. */
@Entity('signing_keys')
export class SigningKeyRow extends Row {
  /** The public key's thumbprint (RFC 7638). */
  @Index('uq_signing_keys_kid', { unique: true })
  @Column('text')
  kid: string;

  /** Sealed PKCS 8, in PEM. */
  @Column('bytea')
  privateKey: Buffer;

  /** Of several that sign the youngest does. */
  @Column('timestamptz')
  signsFrom: Date;

  /** When its last token is dead; null while no other has been made to take its place. */
  @Column('timestamptz', { nullable: true })
  verifiesUntil: Date | null;
}
