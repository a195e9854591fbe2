import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../core/data/database';
import { Resource } from './resource.entity';

export const PRINCIPAL_TYPES = ['owner', 'user', 'group', 'link'] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

/** A right to a resource and all below it, for whoever the principal stands for. The owner's is one too. */
@Entity('shares')
@Index('uq_shares_principal', ['resourceId', 'principalId'], { unique: true })
@Index('ix_shares_principal', ['principalId', 'resourceId'])
@Index('ix_shares_containers', ['principalId', 'resourceId'], { where: 'is_container' })
@Check('ck_shares_level', 'level BETWEEN 1 AND 4')
@Check('ck_shares_principal', `principal_type IN (${PRINCIPAL_TYPES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_shares_owner', `principal_type <> 'owner' OR (level = 4 AND expires_at IS NULL)`)
@Check(
  'ck_shares_link',
  `(principal_type = 'link') = (token_hash IS NOT NULL) AND (principal_type <> 'link' OR level <= 3)`,
)
export class Share extends Row {
  @Column('uuid')
  resourceId: string;

  @ManyToOne(() => Resource, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'resource_id', foreignKeyConstraintName: 'fk_shares_resource' })
  resource?: Resource;

  @Column('text')
  principalType: PrincipalType;

  /** Whether other resources may lie in it: what is listed by its folder is looked for in these alone. */
  @Column('boolean', { default: false })
  isContainer: boolean;

  /** A user's id, a group's key (`ruleKey` of one by rule), or what the visitors of a link are known by. */
  @Column('uuid')
  principalId: string;

  /** 1 view, 2 comment, 3 edit, 4 manage. */
  @Column('smallint')
  level: number;

  @Index('ix_shares_expires_at', { where: 'expires_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** Who gave it; null once that account is erased. */
  @ForeignKey('users', { name: 'fk_shares_granted_by', onDelete: 'RESTRICT' })
  @Index('ix_shares_granted_by')
  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  /** SHA-256 of a link's token. */
  @Index('uq_shares_token', { unique: true, where: 'token_hash IS NOT NULL' })
  @Column('bytea', { nullable: true })
  tokenHash: Buffer | null;

  /** Argon2id, of a link that asks for one. */
  @Column('text', { nullable: true })
  passwordHash: string | null;
}
