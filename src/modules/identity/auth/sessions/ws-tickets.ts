import { Injectable, OnModuleInit } from '@nestjs/common';
import { Authentication, Principal, TicketScheme } from '../../../../core/web/access';
import { Database, statement } from '../../../../core/data/database';
import { newSecret, sha256 } from '../../../../core/kernel/runtime';
import type { WsTicketDto } from './dto/session.dto';
import { SessionCache } from './session-cache';

const TTL_S = 30;

const ADD = statement(
  'ws-tickets.add',
  `INSERT INTO ws_tickets (token_hash, session_id, expires_at) VALUES ($1, $2, now() + $3 * interval '1 second')`,
);
const USE = statement(
  'ws-tickets.use',
  `UPDATE ws_tickets SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()
   RETURNING session_id AS "sessionId"`,
);

/** Tickets for sockets, stored hashed: where a credential must go into an address, it is one that is worth nothing later. */
@Injectable()
export class WsTickets implements TicketScheme, OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly live: SessionCache,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.useTickets(this);
  }

  async issue({ sessionId }: Principal): Promise<WsTicketDto> {
    const ticket = newSecret();
    await this.db.execute(ADD, [sha256(ticket), sessionId, TTL_S]);
    return { ticket, expiresIn: TTL_S };
  }

  /** Of any number at once, one learns whose it is. */
  async redeem(ticket: string): Promise<Principal | null> {
    const [row] = await this.db.query<{ sessionId: string }>(USE, [sha256(ticket)]);
    return row ? ((await this.live.find(row.sessionId))?.principal ?? null) : null;
  }
}
