import { permissionOf } from './levels';
import type { ResourceShareDto } from './dto/share.dto';
import type { PrincipalType } from './entities/share.entity';

/** A share as statements read it, with the name of who it is for. */
export interface ShareRow {
  readonly id: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly principalType: PrincipalType;
  readonly principalId: string;
  readonly level: number;
  readonly expiresAt: Date | null;
  readonly hasPassword: boolean;
  readonly grantedBy: string | null;
  readonly userName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const SHARE_COLUMNS = `s.id, r.type AS "resourceType", s.resource_id AS "resourceId", s.principal_type AS "principalType",
  s.principal_id AS "principalId", s.level, s.expires_at AS "expiresAt", s.password_hash IS NOT NULL AS "hasPassword", s.granted_by AS "grantedBy",
  CASE WHEN s.principal_type = 'user' THEN (SELECT full_name FROM users WHERE id = s.principal_id) END AS "userName",
  s.created_at AS "createdAt", s.updated_at AS "updatedAt"`;

/** @param groups names and ids of groups by their keys */
export function toShareDto(
  { principalType, principalId, level, hasPassword, userName, ...row }: ShareRow,
  groups: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
  url: string | null = null,
): ResourceShareDto {
  const group = groups.get(principalId);
  const id = { user: principalId, group: group?.id ?? null, link: null, owner: null }[principalType];
  return {
    id: row.id,
    resourceType: row.resourceType,
    resourceId: row.resourceId,
    principal: { type: principalType, id, name: principalType === 'group' ? (group?.name ?? null) : userName },
    permission: permissionOf(level),
    expiresAt: row.expiresAt,
    password: hasPassword ? 'set' : 'none',
    url,
    grantedBy: row.grantedBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
