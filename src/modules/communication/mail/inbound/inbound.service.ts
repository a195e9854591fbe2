import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { simpleParser } from 'mailparser';
import { Audit } from '../../../../core/data/audit';
import { Conditions, Database, defineLock, statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { Validation } from '../../../../core/kernel/errors';
import { newId } from '../../../../core/kernel/runtime';
import type { Principal } from '../../../../core/web/access';
import { orderById, Page, pageOf, PageQuery } from '../../../../core/web/dto';
import { valueOf } from '../bounces/delivery-report';
import { ReturnPaths } from '../bounces/return-paths';
import { splitMessage } from '../dkim/signature';
import { domainOf } from '../mail-addresses';
import { InboundMailNotFound, InboundRouteNotFound, TooManyInboundRoutes } from '../mail.errors';
import { MailReceived } from '../mail.events';
import { MailVault } from '../messages/mail-vault';
import type {
  CreateInboundRouteInput,
  InboundMailDetailDto,
  InboundMailDto,
  InboundMailQuery,
  InboundRouteDto,
} from './dto/inbound.dto';
import type { InboundTargetKind } from './entities/inbound-route.entity';
import { InboundTargets, ReceivedMail } from './inbound-targets';

interface RouteRow extends Record<string, unknown> {
  readonly id: string;
  readonly ownerId: string;
  readonly token: string;
  readonly target: InboundTargetKind;
  readonly targetId: string | null;
  readonly createdAt: Date;
}

interface StoredRow extends RouteRow {
  readonly routeId: string;
  readonly content: Buffer;
}

const MAX_ROUTES = 50;
const OF_OWNER = defineLock('mail.inbound-routes');
const ROUTES = orderById<RouteRow>();
const MAILS = orderById<InboundMailDto>('-id', 'i.id');
const COLUMNS = `id, owner_id AS "ownerId", token, target, target_id AS "targetId", created_at AS "createdAt"`;
const BY_TOKEN = statement('mail-inbound.by-token', `SELECT ${COLUMNS} FROM mail_inbound_routes WHERE token = $1`);
const COUNT = statement(
  'mail-inbound.count',
  'SELECT count(*)::int AS count FROM mail_inbound_routes WHERE owner_id = $1',
);
const INSERT = statement(
  'mail-inbound.insert',
  `INSERT INTO mail_inbound_routes (id, owner_id, token, target, target_id) VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
);
const REMOVE = statement('mail-inbound.remove', 'DELETE FROM mail_inbound_routes WHERE id = $1 AND owner_id = $2');
const STORE = statement(
  'mail-inbound.store',
  `INSERT INTO mail_inbound_messages (id, route_id, message_key, content) VALUES ($1, $2, $3, $4)
   ON CONFLICT (route_id, message_key) DO NOTHING`,
);
const STORED = statement(
  'mail-inbound.stored',
  `SELECT i.id, i.route_id AS "routeId", i.created_at AS "createdAt", i.content, r.owner_id AS "ownerId", r.token, r.target, r.target_id AS "targetId"
   FROM mail_inbound_messages i JOIN mail_inbound_routes r ON r.id = i.route_id WHERE i.id = $1 AND ($2::uuid IS NULL OR r.owner_id = $2)`,
);

/** Mail that comes in: at addresses that people make, for what modules make of it. */
@Injectable()
export class InboundService {
  constructor(
    private readonly db: Database,
    private readonly vault: MailVault,
    private readonly paths: ReturnPaths,
    private readonly targets: InboundTargets,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Mine, the newest first. @throws Validation for a broken cursor */
  async list({ userId }: Principal, { cursor, limit }: PageQuery): Promise<Page<InboundRouteDto>> {
    const query = new Conditions().always('owner_id = ?::uuid', userId);
    ROUTES.continue(query, cursor);
    const text = `SELECT ${COLUMNS} FROM mail_inbound_routes WHERE ${query.where} ORDER BY ${ROUTES.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<RouteRow>(query.statement('mail-inbound.page', text));
    return pageOf(rows, limit, (row) => this.toDto(row), ROUTES.cursorOf);
  }

  /** With an address that nobody can guess. @throws Validation where no module takes such mails, TooManyInboundRoutes */
  create({ userId }: Principal, { target, targetId = undefined }: CreateInboundRouteInput): Promise<InboundRouteDto> {
    if (!this.targets.has(target)) {
      throw new Validation({ errors: [{ field: 'target', code: 'unavailable', message: 'is not there yet' }] });
    }
    return this.db.transaction(async () => {
      await OF_OWNER.acquire(this.db, userId);
      const [{ count }] = await this.db.query<{ count: number }>(COUNT, [userId]);
      if (count >= MAX_ROUTES) throw new TooManyInboundRoutes({ max: MAX_ROUTES });
      const token = randomBytes(15).toString('hex');
      const [row] = await this.db.query<RouteRow>(INSERT, [newId(), userId, token, target, targetId ?? null]);
      await this.audit.record({
        action: 'mail.inbound-route-added',
        target: `inbound-route:${row.id}`,
        facts: { target },
      });
      return this.toDto(row);
    });
  }

  /** With the mails that came by it. @throws InboundRouteNotFound also for somebody else's */
  remove({ userId }: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      if ((await this.db.execute(REMOVE, [id, userId])) === 0) throw new InboundRouteNotFound();
      await this.audit.record({ action: 'mail.inbound-route-removed', target: `inbound-route:${id}` });
    });
  }

  /** The mails of my routes, the newest first. @throws Validation for a broken cursor */
  async mails({ userId }: Principal, { routeId, cursor, limit }: InboundMailQuery): Promise<Page<InboundMailDto>> {
    const query = new Conditions().always('r.owner_id = ?::uuid', userId).andIf('route', 'r.id = ?::uuid', routeId);
    MAILS.continue(query, cursor);
    const text = `SELECT i.id, i.route_id AS "routeId", i.created_at AS "createdAt" FROM mail_inbound_messages i
      JOIN mail_inbound_routes r ON r.id = i.route_id WHERE ${query.where} ORDER BY ${MAILS.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<InboundMailDto & Record<string, unknown>>(
      query.statement('mail-inbound.mails', text),
    );
    return pageOf(rows, limit, (row) => row, MAILS.cursorOf);
  }

  /** @throws InboundMailNotFound also for somebody else's */
  async mail({ userId }: Principal, id: string): Promise<InboundMailDetailDto> {
    const [row] = await this.db.query<StoredRow>(STORED, [id, userId]);
    if (!row) throw new InboundMailNotFound();
    const { routeId, createdAt } = row;
    const { from, subject, text: body, attachments } = await this.read(row);
    const heads = attachments.map(({ filename, contentType, bytes }) => ({
      filename,
      contentType,
      size: bytes.length,
    }));
    return { id, routeId, createdAt, from, subject, body, attachments: heads };
  }

  /** null for an address that is no route. */
  async findRoute(address: string): Promise<RouteRow | null> {
    const [, token] = /^r\+([0-9a-f]{30})@/i.exec(address) ?? [];
    if (token === undefined || domainOf(address) !== this.paths.domain) return null;
    const [row] = await this.db.query<RouteRow>(BY_TOKEN, [token.toLowerCase()]);
    return row ?? null;
  }

  /** Stores a mail; one with a Message-ID that the route had is taken once. Without effect where the route is gone. */
  async take(address: string, bytes: Buffer): Promise<void> {
    const route = await this.findRoute(address);
    if (!route) return;
    const messageId = valueOf(splitMessage(bytes).fields, 'message-id');
    const key = this.vault.fingerprint(messageId === '' ? bytes.toString('latin1') : messageId);
    await this.db.transaction(async () => {
      const id = newId();
      if ((await this.db.execute(STORE, [id, route.id, key, this.vault.sealBytes(bytes)])) === 0) return;
      await this.events.emit(new MailReceived(id, route.id));
    });
  }

  /** Gives a mail to the module that its route names. */
  async hand({ inboundId }: MailReceived): Promise<void> {
    const [row] = await this.db.query<StoredRow>(STORED, [inboundId, null]);
    const handler = row ? this.targets.handlerOf(row.target) : null;
    if (row && handler) await handler.receive(row.ownerId, row.targetId, await this.read(row));
  }

  private async read({ id, content }: StoredRow): Promise<ReceivedMail> {
    const mail = await simpleParser(this.vault.openBytes(content), { skipImageLinks: true, skipTextToHtml: true });
    return {
      id,
      from: mail.from?.value[0]?.address ?? null,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html || null,
      attachments: mail.attachments.map(({ filename, contentType, content: bytes }) => ({
        ...{ contentType, bytes },
        filename: filename || '',
      })),
    };
  }

  private toDto({ id, token, target, targetId, createdAt }: RouteRow): InboundRouteDto {
    return { id, address: `r+${token}@${this.paths.domain}`, target, targetId, createdAt };
  }
}
