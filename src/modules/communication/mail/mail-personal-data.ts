import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { SentRow, SentRows } from './sent/sent-rows';
import { SENT_COLUMNS, WITH_RECIPIENTS } from './sent/sent.statements';

const EXPORT = `SELECT ${SENT_COLUMNS} FROM mail_messages m ${WITH_RECIPIENTS} WHERE m.sender_id = $1 ORDER BY m.id`;

/** Somebody's mails, which go with their account; what waits is not sent any more. */
@Injectable()
export class MailPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly rows: SentRows,
  ) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute('DELETE FROM mail_messages WHERE sender_id = $1', [userId]);
    await this.db.execute('DELETE FROM mail_inbound_routes WHERE owner_id = $1', [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    const rows = await this.db.query<SentRow>(EXPORT, [userId]);
    const mails = rows.map((row) => this.rows.toDetailDto(row));
    return {
      mails: mails.map(({ id, subject, body, createdAt, recipients }) => ({
        ...{ id, subject, body, created_at: createdAt },
        recipients: recipients.map(({ to, field, status }) => ({ to, field, status })),
      })),
    };
  }
}
