import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '../../../core/data/audit';
import { BoundStatement, Conditions, Database } from '../../../core/data/database';
import { Page, pageOf, orderById } from '../../../core/web/dto';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { AuditEntryDto, AuditQuery, toAuditEntryDto } from './dto/audit-entry.dto';

const ORDER = orderById<AuditEntry>();
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
    const rows = await this.db.query<AuditEntry>(sql);
    return pageOf(rows, query.limit, toAuditEntryDto, ORDER.cursorOf);
  }
}

function auditPageQuery(query: AuditQuery): BoundStatement {
  const sql = new Conditions()
    .andIf('actor', 'actor_id = ?::uuid', query.actorId)
    .andIf('action', 'action = ?::text', query.action)
    .andIf('outcome', 'outcome = ?::text', query.outcome)
    .andIf('target', 'target = ?::text', query.target)
    .andIf('from', 'at >= ?::timestamptz', query.from)
    .andIf('until', 'at < ?::timestamptz', query.until);
  ORDER.continue(sql, query.cursor);
  const limit = sql.bind(query.limit + 1, 'int');
  const text = `SELECT ${COLUMNS} FROM audit_entries WHERE ${sql.where} ORDER BY ${ORDER.order} LIMIT ${limit}`;
  return sql.statement('audit.page', text);
}
