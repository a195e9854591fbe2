import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Statement, statement } from '../../../core/data/database';
import { Roles } from '../../../core/web/access';
import { levelOf, ResourceKinds, Rights } from '../../platform/sharing';

/** Who may see what a notice is about: asked in every query that shows one, or sends it. */
@Injectable()
export class ResourceVisibility {
  constructor(
    private readonly kinds: ResourceKinds,
    private readonly rights: Rights,
    private readonly roles: Roles,
  ) {}

  /** A statement whose text depends on what modules share: its name says so, too. @param name without that */
  statement(name: string, text: string): Statement {
    return statement(`${name} ${this.word}`, text);
  }

  /** Tells the texts of one name apart: with other kinds of resources, or other roles, they are others. */
  get word(): string {
    return createHash('sha256')
      .update(this.of('u', 't', 'i'))
      .digest('base64url')
      .slice(0, 8);
  }

  /** Whether modules keep resources of this kind. */
  isKind(type: string): boolean {
    return this.kinds.get(type) !== undefined;
  }

  /**
   * SQL of whether somebody may view a resource now; of what is in the trash only those may who manage it.
   * @param user alias of a row of `users` @param type SQL of the kind @param id SQL of the id, null where a notice is about none
   */
  of(user: string, type: string, id: string): string {
    const managed = this.kinds.types.flatMap((kind) => {
      const permission = this.kinds.get(kind)?.managedBy;
      return permission === undefined ? [] : [`r.type = '${kind}' AND ${this.has(permission, user)}`];
    });
    const level = `CASE WHEN r.trashed_at IS NULL THEN ${levelOf('view')} ELSE ${levelOf('manage')} END`;
    const ways = [...managed, this.rights.givenTo(`${user}.id`, 'r.id', level)];
    return `(${id} IS NULL OR EXISTS (SELECT FROM resources r WHERE r.id = ${id} AND r.type = ${type} AND (${ways.join(' OR ')})))`;
  }

  /** SQL of whether somebody has a permission, by a role or given to them. */
  private has(permission: string, user: string): string {
    return `(${user}.roles && '{${this.roles.rolesWith(permission).join()}}'::text[] OR '${permission}' = ANY (${user}.permissions))`;
  }
}
