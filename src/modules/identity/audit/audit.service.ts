import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '../../../core/data/audit';
import { Database, Statement, statement } from '../../../core/data/database';
import { decodeCursor, encodeCursor, Page, pageOf } from '../../../core/web/dto';
import { isId } from '../../../core/kernel/runtime';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { AuditEntryDto, AuditQuery, toAuditEntryDto } from './dto/audit-entry.dto';

const SORT = '-id';
const EXPORTED = 10_000;

const COLUMNS = `id, at, action, outcome, actor_id AS "actorId", session_id AS "sessionId", target,
  client_ip AS "clientIp", user_agent AS "userAgent", request_id AS "requestId", facts`;
/** What I did, whole; what was done to me, without where another sat. */
const ABOUT = `SELECT id, at, action, outcome, target, facts,
    CASE WHEN actor_id = $1::uuid THEN client_ip END AS client_ip, CASE WHEN actor_id = $1::uuid THEN user_agent END AS user_agent
  FROM audit_entries WHERE actor_id = $1::uuid OR target = 'user:' || $1::uuid ORDER BY id DESC LIMIT ${EXPORTED}`;

/** Reading the audit trail. Writing it is core's; nothing here changes it. */
@Injectable()
export class AuditService implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  /** Newest first, a thousand at most. */
  async export(userId: string): Promise<Record<string, unknown>> {
    return { audit: await this.db.query(ABOUT, [userId]) };
  }

  /** Newest first. @throws Validation for a broken cursor */
  async list(query: AuditQuery): Promise<Page<AuditEntryDto>> {
    const sql = auditPageQuery(query);
    const rows = await this.db.query<AuditEntry>(sql.statement, sql.values);
    return pageOf(rows, query.limit, toAuditEntryDto, (row) => encodeCursor(SORT, [row.id]));
  }
}

function auditPageQuery(query: AuditQuery): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['true'];
  const shape: string[] = [];
  const add = (name: string, value: unknown, condition: string): void => {
    if (value === undefined) return;
    shape.push(name);
    conditions.push(condition.replace('?', `$${values.push(value)}`));
  };
  add('actor', query.actorId, 'actor_id = ?::uuid');
  add('action', query.action, 'action = ?::text');
  add('outcome', query.outcome, 'outcome = ?::text');
  add('target', query.target, 'target = ?::text');
  add('from', query.from, 'at >= ?::timestamptz');
  add('until', query.until, 'at < ?::timestamptz');
  const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);
  if (query.cursor) add('after', decodeCursor(query.cursor, SORT, [isUuid])[0], 'id < ?::uuid');
  const limit = `$${values.push(query.limit + 1)}::int`;
  const text = `SELECT ${COLUMNS} FROM audit_entries WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit}`;
  return { statement: statement(`audit.page ${shape.join(' ')}`, text), values };
}
