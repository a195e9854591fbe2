import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, Database, onConstraints, statement } from '../../../core/data/database';
import { Events } from '../../../core/data/events';
import { Validation } from '../../../core/kernel/errors';
import { newId } from '../../../core/kernel/runtime';
import { isVisitor, Principal } from '../../../core/web/access';
import type { Page } from '../../../core/web/dto';
import { assertMatch } from '../../../core/web/http';
import { ActivityService } from '../activity';
import { FoundResource, levelOf, Permission, ResourceNotFound, Resources, Rights } from '../sharing';
import { anchorJson } from './anchor';
import { CommentNotices } from './comment-notices';
import { CommentRows, FoundComment } from './comment-rows';
import { CommentIsAnswer, CommentNotFound, CommentNotOwn } from './comments.errors';
import { CommentMentioned } from './comments.events';
import { CommentDto, CommentQuery, CreateCommentInput, UpdateCommentInput } from './dto/comment.dto';
import { MAX_MENTIONS, mentionsOf } from './mentions';

const HOLD_PARENT = statement(
  'comments.hold-parent',
  'SELECT parent_id AS "parentId" FROM comments WHERE id = $1 AND resource_id = $2 FOR KEY SHARE',
);
const ADD = statement(
  'comments.add',
  `INSERT INTO comments (id, resource_id, parent_id, author_id, author_name, body, anchor) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
const EDIT = statement(
  'comments.edit',
  'UPDATE comments SET body = $2, anchor = $3, edited_at = now(), updated_at = now() WHERE id = $1',
);
const RESOLVE = statement(
  'comments.resolve',
  `UPDATE comments SET resolved_at = now(), resolved_by = $2, updated_at = now() WHERE id = $1 AND resolved_at IS NULL`,
);
const REOPEN = statement(
  'comments.reopen',
  `UPDATE comments SET resolved_at = NULL, resolved_by = NULL, updated_at = now() WHERE id = $1 AND resolved_at IS NOT NULL`,
);
const HAS_ANSWERS = statement('comments.has-answers', 'SELECT 1 FROM comments WHERE parent_id = $1 LIMIT 1');
const EMPTY = statement(
  'comments.empty',
  `UPDATE comments SET body = NULL, anchor = NULL, author_id = NULL, author_name = NULL, deleted_at = now(), updated_at = now() WHERE id = $1`,
);
const REMOVE = statement('comments.remove', 'DELETE FROM comments WHERE id = $1');
const HOLD_PLACE = statement(
  'comments.hold-place',
  'SELECT 1 FROM comments WHERE id = $1 AND deleted_at IS NOT NULL FOR UPDATE',
);
const onGone = onConstraints({ fk_comments_resource: ResourceNotFound, fk_comments_parent: CommentNotFound });

/** What people say of resources, in threads of one level. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: Database,
    private readonly rows: CommentRows,
    private readonly resources: Resources,
    private readonly rights: Rights,
    private readonly activity: ActivityService,
    private readonly events: Events,
    private readonly notices: CommentNotices,
    private readonly audit: Audit,
  ) {}

  /** Of one resource, the oldest first, answers among them. @throws ResourceNotFound, Validation for a broken cursor */
  async list(user: Principal, query: CommentQuery): Promise<Page<CommentDto>> {
    await this.resources.get(user, query.resourceId, 'view', { type: query.resourceType });
    return this.rows.page(user, query);
  }

  /** @throws CommentNotFound also for one of what the caller may not view */
  async byId(user: Principal, id: string): Promise<CommentDto> {
    return toDto(await this.rows.byId(user, id));
  }

  /** @throws ResourceNotFound, PermissionMissing, CommentNotFound for a parent that is not there, Validation */
  add(user: Principal, input: CreateCommentInput): Promise<CommentDto> {
    const { resourceId, resourceType, parentId = null, body } = input;
    const anchor = anchorJson(input.anchor);
    const mentioned = assertMentions(body);
    const { authorId, authorName } = authorOf(user, input.authorName);
    return this.db.transaction(async () => {
      const resource = await this.resources.get(user, resourceId, 'comment', { type: resourceType });
      if (parentId !== null) await this.holdParent(parentId, resourceId);
      const id = newId();
      await this.db.execute(ADD, [id, resourceId, parentId, authorId, authorName, body, anchor]).catch(onGone);
      await this.activity.record({ act: 'commented', resourceId, actorId: authorId, facts: { comment_id: id } });
      const told = await this.tellMentioned({ id, resourceType, resourceId, authorId }, mentioned, neededOf(resource));
      await this.notices.added(resource, authorId, authorName, told);
      return this.byId(user, id);
    });
  }

  /** Whom the new text mentions besides those of the old one learns of it. @throws CommentNotFound, CommentNotOwn, PermissionMissing, PreconditionFailed, Validation */
  edit(user: Principal, id: string, { body, anchor }: UpdateCommentInput, ifMatch?: string): Promise<CommentDto> {
    const json = anchorJson(anchor);
    const mentioned = body === undefined ? [] : assertMentions(body);
    return this.db.transaction(async () => {
      const found = await this.hold(user, id, 'view');
      if (found.authorId !== user.userId) throw new CommentNotOwn();
      const resource = await this.resources.get(user, found.resourceId, 'comment');
      assertMatch(ifMatch, CommentDto, toDto(found));
      const before = found.anchor && JSON.stringify(found.anchor);
      await this.db.execute(EDIT, [id, body ?? found.body, anchor === undefined ? before : json]);
      const known = mentionsOf(found.body ?? '');
      const added = mentioned.filter((one) => !known.includes(one));
      await this.tellMentioned(found, added, neededOf(resource));
      return this.byId(user, id);
    });
  }

  /** One with answers keeps its place, without what was said and by whom. @throws CommentNotFound, CommentNotOwn */
  remove(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const found = await this.hold(user, id, 'view');
      const isOwn = found.authorId === user.userId;
      if (!isOwn && found.level < levelOf('manage')) throw new CommentNotOwn();
      if (await this.hasAnswers(id)) await this.db.execute(EMPTY, [id]);
      else await this.removeWithPlace(found);
      if (isOwn) return;
      const target = `${found.resourceType}:${found.resourceId}`;
      await this.audit.record({ action: 'comments.deleted', target, facts: { commentId: id } });
    });
  }

  /** Who did it first stays. @throws CommentNotFound, PermissionMissing, CommentIsAnswer */
  resolve(user: Principal, id: string): Promise<CommentDto> {
    return this.setResolved(user, id, () => this.db.execute(RESOLVE, [id, isVisitor(user) ? null : user.userId]));
  }

  /** @throws CommentNotFound, PermissionMissing, CommentIsAnswer */
  reopen(user: Principal, id: string): Promise<CommentDto> {
    return this.setResolved(user, id, () => this.db.execute(REOPEN, [id]));
  }

  private setResolved(user: Principal, id: string, change: () => Promise<unknown>): Promise<CommentDto> {
    return this.db.transaction(async () => {
      const { parentId } = await this.rows.hold(user, id, 'comment');
      if (parentId !== null) throw new CommentIsAnswer();
      await change();
      return this.byId(user, id);
    });
  }

  /** @throws CommentNotFound also for one that is deleted and has kept its place, PermissionMissing */
  private async hold(user: Principal, id: string, permission: Permission): Promise<FoundComment> {
    const found = await this.rows.hold(user, id, permission);
    if (found.deletedAt) throw new CommentNotFound();
    return found;
  }

  /** @throws CommentNotFound for one of another resource too, Validation for an answer */
  private async holdParent(id: string, resourceId: string): Promise<void> {
    const [parent] = await this.db.query<{ parentId: string | null }>(HOLD_PARENT, [id, resourceId]);
    if (!parent) throw new CommentNotFound();
    if (parent.parentId !== null) throw invalid('parent_id', 'must be the first comment of a thread');
  }

  private async hasAnswers(id: string): Promise<boolean> {
    return (await this.db.query(HAS_ANSWERS, [id])).length > 0;
  }

  /** With the place of a deleted comment that it was the last answer to. */
  private async removeWithPlace({ id, parentId }: FoundComment): Promise<void> {
    await this.db.execute(REMOVE, [id]);
    if (parentId === null || (await this.db.query(HOLD_PLACE, [parentId])).length === 0) return;
    if (!(await this.hasAnswers(parentId))) await this.db.execute(REMOVE, [parentId]);
  }

  /** Only those learn of it who have the right, and nobody learns who they are. @returns their ids */
  private async tellMentioned(
    comment: Pick<CommentDto, 'id' | 'resourceType' | 'resourceId' | 'authorId'>,
    userIds: readonly string[],
    needed: Permission,
  ): Promise<readonly string[]> {
    if (userIds.length === 0) return [];
    const { id, resourceType, resourceId, authorId } = comment;
    const query = new Conditions().always('u.id = ANY (?::uuid[])', userIds);
    this.rights.restrictUsers(query, needed, { id: query.bind(resourceId, 'uuid'), type: resourceType });
    const text = `SELECT u.id FROM users u WHERE ${query.where} ORDER BY u.id`;
    const reached = await this.db.query<{ id: string }>(query.unprepared(text));
    if (reached.length === 0) return [];
    const ids = reached.map((one) => one.id);
    await this.events.emit(new CommentMentioned(id, resourceType, resourceId, authorId, ids));
    return ids;
  }
}

/** @throws Validation for a visitor without a name, and for anybody else with one */
function authorOf(user: Principal, name: string | undefined): { authorId: string | null; authorName: string | null } {
  if (!isVisitor(user)) {
    if (name !== undefined) throw invalid('author_name', 'is of visitors by link alone');
    return { authorId: user.userId, authorName: null };
  }
  if (name === undefined) throw invalid('author_name', 'is needed of a visitor by link');
  return { authorId: null, authorName: name };
}

/** @throws Validation for too many */
function assertMentions(body: string): string[] {
  const mentioned = mentionsOf(body);
  if (mentioned.length > MAX_MENTIONS) throw invalid('body', `mentions at most ${MAX_MENTIONS} people`);
  return mentioned;
}

/** What those must be able to do who learn of a mention. */
const neededOf = ({ trashedAt }: FoundResource): Permission => (trashedAt ? 'manage' : 'view');

function toDto({ level: _, ...comment }: FoundComment): CommentDto {
  return comment;
}

const invalid = (field: string, message: string): Error =>
  new Validation({ errors: [{ field, code: 'invalid', message }] });
