import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Conditions, Database } from '../../../../core/data/database';
import type { Principal } from '../../../../core/web/access';
import { orderById, Page, pageOf } from '../../../../core/web/dto';
import { messageIdOf } from '../deliveries/compose';
import { DkimKeys } from '../dkim/dkim-keys';
import { domainOf } from '../mail-addresses';
import { MailNotFound, MailStarted } from '../mail.errors';
import { MailPermission } from '../mail.permissions';
import { MailVault } from '../messages/mail-vault';
import type {
  MailTraceDto,
  MailTraceStepDto,
  SentMailDetailDto,
  SentMailDto,
  SentMailQuery,
} from './dto/sent-mail.dto';
import { SentRow, SentRows } from './sent-rows';
import { BY_ID, CANCEL, HOLD, SENT_COLUMNS, STEPS, WITH_RECIPIENTS } from './sent.statements';

const ORDER = orderById<SentRow>('-id', 'm.id');

interface StepRow extends Omit<MailTraceStepDto, 'to'>, Record<string, unknown> {
  readonly address: Buffer;
}

/** What was sent, and what has become of it. Who has `manage_mail` sees all; anybody else only their own. */
@Injectable()
export class SentService {
  constructor(
    private readonly db: Database,
    private readonly rows: SentRows,
    private readonly vault: MailVault,
    private readonly keys: DkimKeys,
    private readonly audit: Audit,
  ) {}

  /** The newest first. @throws Validation for a broken cursor */
  async list(user: Principal, { status, to, since, cursor, limit }: SentMailQuery): Promise<Page<SentMailDto>> {
    const query = new Conditions().andIf('own', 'm.sender_id = ?::uuid', scopeOf(user));
    query.andIf('since', 'm.created_at >= ?::timestamptz', since);
    const ofDelivery = 'EXISTS (SELECT FROM mail_deliveries d WHERE d.message_id = m.id AND ';
    query.andIf('status', `${ofDelivery} d.state = ?::text)`, status);
    const byKey = 'm.id IN (SELECT d.message_id FROM mail_deliveries d WHERE d.address_key = ?::bytea)';
    query.andIf('to', byKey, to && this.vault.keyOf(to));
    ORDER.continue(query, cursor);
    const page = `SELECT m.* FROM mail_messages m WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const text = `SELECT ${SENT_COLUMNS} FROM (${page}) AS m ${WITH_RECIPIENTS} ORDER BY ${ORDER.order}`;
    const rows = await this.db.query<SentRow>(query.statement('mail.sent-page', text));
    return pageOf(rows, limit, (row) => this.rows.toDto(row), ORDER.cursorOf);
  }

  /** @throws MailNotFound also for somebody else's */
  async byId(user: Principal, id: string): Promise<SentMailDetailDto> {
    return this.rows.toDetailDto(await this.row(user, id));
  }

  /** Before the first attempt alone. @throws MailNotFound, MailStarted */
  cancel(user: Principal, id: string): Promise<SentMailDetailDto> {
    return this.db.transaction(async () => {
      await this.row(user, id);
      const held = await this.db.query<{ state: string; attempts: number; isTaken: boolean }>(HOLD, [id]);
      const isWaiting = held.every(({ state, attempts, isTaken }) => state === 'queued' && attempts === 0 && !isTaken);
      if (!isWaiting) throw new MailStarted();
      await this.db.execute(CANCEL, [id]);
      await this.audit.record({ action: 'mail.cancelled', target: `mail:${id}` });
      return this.byId(user, id);
    });
  }

  /** All that has happened to it. @throws MailNotFound */
  async trace(user: Principal, id: string): Promise<MailTraceDto> {
    const row = await this.row(user, id);
    const steps = await this.db.query<StepRow>(STEPS, [id]);
    const keys = await this.keys.signing(domainOf(this.rows.fromOf(row)), row.createdAt);
    const { requestId, template, templateVersion, gate, createdAt } = row;
    const accepted = { at: createdAt, step: 'accepted', to: null, status: 'queued', reason: gate };
    return {
      ...{ id, requestId, template, templateVersion, gate },
      messageId: messageIdOf(id, this.rows.fromOf(row)),
      signatures: keys.map(({ domain, selector }) => `${selector}._domainkey.${domain}`),
      steps: [
        { ...accepted, code: null, enhancedStatus: null, tls: null, ms: null },
        ...steps.map(({ address, ...step }) => ({ ...step, to: this.rows.addressOf(address) })),
      ],
    };
  }

  private async row(user: Principal, id: string): Promise<SentRow> {
    const [row] = await this.db.query<SentRow>(BY_ID, [id, scopeOf(user)]);
    if (!row) throw new MailNotFound();
    return row;
  }
}

/** Whose mails somebody sees: null for everybody's. */
const scopeOf = ({ userId, permissions }: Principal): string | null =>
  permissions.has(MailPermission.Manage) ? null : userId;
