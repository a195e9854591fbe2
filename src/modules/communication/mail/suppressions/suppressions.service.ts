import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Conditions, Database, statement } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import type { Principal } from '../../../../core/web/access';
import { orderById, Page, pageOf } from '../../../../core/web/dto';
import { SuppressionNotFound } from '../mail.errors';
import { MailVault } from '../messages/mail-vault';
import { CreateSuppressionInput, SuppressionDto, SuppressionQuery } from './dto/suppression.dto';

interface Row extends Omit<SuppressionDto, 'address'>, Record<string, unknown> {
  readonly address: Buffer;
}

const ORDER = orderById<Row>();
const COLUMNS = `id, address, nullif(category, '') AS category, reason, until, created_at AS "createdAt"`;
/** A dead address stays one. */
const ADD = statement(
  'mail-suppressions.add',
  `INSERT INTO mail_suppressions AS s (id, address, address_key, category, reason, creator_id)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (address_key, category) DO UPDATE SET until = NULL, creator_id = coalesce(s.creator_id, excluded.creator_id),
     reason = CASE WHEN s.reason = 'bounce' AND s.until IS NULL THEN s.reason ELSE excluded.reason END
   RETURNING ${COLUMNS}`,
);
const REMOVE = statement('mail-suppressions.remove', 'DELETE FROM mail_suppressions WHERE id = $1');

/** The addresses that get no mail. */
@Injectable()
export class SuppressionsService {
  constructor(
    private readonly db: Database,
    private readonly vault: MailVault,
    private readonly audit: Audit,
  ) {}

  /** The newest first. @throws Validation for a broken cursor */
  async list({ address, reason, cursor, limit }: SuppressionQuery): Promise<Page<SuppressionDto>> {
    const query = new Conditions().andIf('reason', 'reason = ?::text', reason);
    query.andIf('address', 'address_key = ?::bytea', address && this.vault.keyOf(address));
    ORDER.continue(query, cursor);
    const text = `SELECT ${COLUMNS} FROM mail_suppressions WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<Row>(query.statement('mail-suppressions.page', text));
    return pageOf(rows, limit, (row) => this.toDto(row), ORDER.cursorOf);
  }

  /** One that is there is kept, for good. */
  add(user: Principal, { address, category = '' }: CreateSuppressionInput): Promise<SuppressionDto> {
    return this.db.transaction(async () => {
      const row = await this.store(address, category, 'manual', user.userId);
      await this.audit.record({ action: 'mail.suppressed', target: `mail-suppression:${row.id}`, facts: { category } });
      return this.toDto(row);
    });
  }

  /** @throws SuppressionNotFound */
  remove(id: string): Promise<void> {
    return this.db.transaction(async () => {
      if ((await this.db.execute(REMOVE, [id])) === 0) throw new SuppressionNotFound();
      await this.audit.record({ action: 'mail.unsuppressed', target: `mail-suppression:${id}` });
    });
  }

  /** Its owner wants nothing more of this category. Again and again without effect. */
  async unsubscribe(address: string, category: string): Promise<void> {
    await this.db.transaction(() => this.store(address, category, 'unsubscribe', null));
  }

  private async store(address: string, category: string, reason: string, creatorId: string | null): Promise<Row> {
    const values = [newId(), this.vault.seal(address), this.vault.keyOf(address), category, reason, creatorId];
    const [row] = await this.db.query<Row>(ADD, values);
    return row;
  }

  private toDto({ address, ...row }: Row): SuppressionDto {
    return { ...row, address: this.vault.read(address) };
  }
}
