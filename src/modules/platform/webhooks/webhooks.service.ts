import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, Database, defineLock, statement } from '../../../core/data/database';
import { Config, CONFIG, settingsOf } from '../../../core/kernel/config';
import { Forbidden, Validation } from '../../../core/kernel/errors';
import { newId } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf, PageQuery } from '../../../core/web/dto';
import { assertMatch } from '../../../core/web/http';
import { DeliveryNudge } from './delivery-nudge';
import { CreateWebhookInput, UpdateWebhookInput, WebhookDto } from './dto/webhook.dto';
import { unknownPatterns } from './event-patterns';
import { EventWriter } from './event-writer';
import { PublicEvents } from './public-events';
import { newWebhookSecret } from './signature';
import { WEBHOOK_COLUMNS, toWebhookDto, WebhookRow } from './webhook-rows';
import { WebhookSecrets } from './webhook-secrets';
import { webhookUrl } from './webhook-url';
import { TooManyWebhooks, WebhookNotFound } from './webhooks.errors';
import { WebhooksPermission } from './webhooks.permissions';
import { webhooksSettings } from './webhooks.settings';

const ORDER = orderById<WebhookRow>();
/** Of one owner at a time, so that two at once are counted. */
const OF_OWNER = defineLock('webhooks.owner');

const BY_ID = statement(
  'webhooks.by-id',
  `SELECT ${WEBHOOK_COLUMNS} FROM webhooks WHERE id = $1 AND ($2::uuid IS NULL OR owner_id = $2)`,
);
const HOLD = statement(
  'webhooks.hold',
  `SELECT ${WEBHOOK_COLUMNS} FROM webhooks WHERE id = $1 AND ($2::uuid IS NULL OR owner_id = $2) FOR UPDATE`,
);
const COUNT = statement('webhooks.count', 'SELECT count(*)::int AS count FROM webhooks WHERE owner_id = $1');
const INSERT = statement(
  'webhooks.insert',
  `INSERT INTO webhooks (id, owner_id, url, events, secret) VALUES ($1, $2, $3, $4, $5) RETURNING ${WEBHOOK_COLUMNS}`,
);
/** $4 whether it is to be on; null as it is. One that is switched on begins anew. */
const CHANGE = statement(
  'webhooks.change',
  `UPDATE webhooks SET url = coalesce($2, url), events = coalesce($3::text[], events),
     disabled_at = CASE $4 WHEN true THEN NULL WHEN false THEN coalesce(disabled_at, now()) ELSE disabled_at END,
     disabled_reason = CASE $4 WHEN true THEN NULL WHEN false THEN coalesce(disabled_reason, 'switched_off') ELSE disabled_reason END,
     failures = CASE WHEN $4 OR $2 IS NOT NULL THEN 0 ELSE failures END,
     failing_since = CASE WHEN $4 OR $2 IS NOT NULL THEN NULL ELSE failing_since END,
     resume_at = CASE WHEN $4 OR $2 IS NOT NULL THEN now() ELSE resume_at END, updated_at = now()
   WHERE id = $1 RETURNING ${WEBHOOK_COLUMNS}`
    .replaceAll('$4', '$4::boolean')
    .replaceAll('$2', '$2::text'),
);
const ROTATE = statement(
  'webhooks.rotate',
  `UPDATE webhooks SET previous_secret = secret, previous_until = now() + interval '24 hours', secret = $2, updated_at = now()
   WHERE id = $1 RETURNING ${WEBHOOK_COLUMNS}`,
);
const REMOVE = statement('webhooks.remove', 'DELETE FROM webhooks WHERE id = $1');

/** Webhooks. Who has `manage_webhooks` sees everybody's, switches them off and deletes them; all else is their owner's. */
@Injectable()
export class WebhooksService {
  private readonly settings;

  constructor(
    private readonly db: Database,
    private readonly known: PublicEvents,
    private readonly writer: EventWriter,
    private readonly nudge: DeliveryNudge,
    private readonly secrets: WebhookSecrets,
    private readonly audit: Audit,
    @Inject(CONFIG) config: Config,
  ) {
    this.settings = settingsOf(config, webhooksSettings);
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list(user: Principal, { cursor, limit }: PageQuery): Promise<Page<WebhookDto>> {
    const query = new Conditions().andIf('own', 'owner_id = ?::uuid', scopeOf(user));
    ORDER.continue(query, cursor);
    const text = `SELECT ${WEBHOOK_COLUMNS} FROM webhooks WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<WebhookRow>(query.statement('webhooks.page', text));
    return pageOf(rows, limit, (row) => toWebhookDto(row), ORDER.cursorOf);
  }

  /** @throws WebhookNotFound also for somebody else's */
  async byId(user: Principal, id: string): Promise<WebhookDto> {
    const [row] = await this.db.query<WebhookRow>(BY_ID, [id, scopeOf(user)]);
    if (!row) throw new WebhookNotFound();
    return toWebhookDto(row);
  }

  /** With its secret, this once. @throws Validation, TooManyWebhooks */
  create(user: Principal, { url, events }: CreateWebhookInput): Promise<WebhookDto> {
    const [address, patterns, secret, id] = [this.address(url), this.patterns(events), newWebhookSecret(), newId()];
    return this.db.transaction(async () => {
      await OF_OWNER.acquire(this.db, user.userId);
      const [{ count }] = await this.db.query<{ count: number }>(COUNT, [user.userId]);
      const max = this.settings.perAccount;
      if (count >= max) throw new TooManyWebhooks({ max });
      const values = [id, user.userId, address, patterns, this.secrets.seal(secret)];
      const [row] = await this.db.query<WebhookRow>(INSERT, values);
      await this.audit.record({ action: 'webhooks.created', target: `webhook:${id}`, facts: { events: patterns } });
      this.db.afterCommit(() => this.writer.expectWebhooks());
      return toWebhookDto(row, secret);
    });
  }

  /** @throws WebhookNotFound, Forbidden for the address and the events of somebody else's, Validation, PreconditionFailed */
  update(
    user: Principal,
    id: string,
    { url, events, isActive }: UpdateWebhookInput,
    ifMatch?: string,
  ): Promise<WebhookDto> {
    const [address, patterns] = [url && this.address(url), events && this.patterns(events)];
    return this.db.transaction(async () => {
      const before = await this.hold(user, id);
      assertMatch(ifMatch, WebhookDto, toWebhookDto(before));
      if (before.ownerId !== user.userId && (address ?? patterns ?? isActive) !== false) throw new Forbidden();
      const values = [id, address ?? null, patterns ?? null, isActive ?? null];
      const [row] = await this.db.query<WebhookRow>(CHANGE, values);
      const fields = Object.entries({ url, events, is_active: isActive }).flatMap(([name, value]) =>
        value === undefined ? [] : [name],
      );
      await this.audit.record({ action: 'webhooks.updated', target: `webhook:${id}`, facts: { fields } });
      this.db.afterCommit(() => {
        this.writer.expectWebhooks();
        this.nudge.events();
      });
      return toWebhookDto(row);
    });
  }

  /** With its new secret, this once; the one before signs too for 24 hours. @throws WebhookNotFound, Forbidden for somebody else's */
  rotate(user: Principal, id: string): Promise<WebhookDto> {
    const secret = newWebhookSecret();
    return this.db.transaction(async () => {
      await this.holdOwn(user, id);
      const [row] = await this.db.query<WebhookRow>(ROTATE, [id, this.secrets.seal(secret)]);
      await this.audit.record({ action: 'webhooks.rotated', target: `webhook:${id}` });
      return toWebhookDto(row, secret);
    });
  }

  /** With all its deliveries. @throws WebhookNotFound */
  remove(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.hold(user, id);
      await this.db.execute(REMOVE, [id]);
      await this.audit.record({ action: 'webhooks.deleted', target: `webhook:${id}` });
    });
  }

  /** In the caller's transaction, until whose end nobody else changes it. @throws WebhookNotFound, Forbidden for one that the caller only sees */
  async holdOwn(user: Principal, id: string): Promise<WebhookRow> {
    const row = await this.hold(user, id);
    if (row.ownerId !== user.userId) throw new Forbidden();
    return row;
  }

  private async hold(user: Principal, id: string): Promise<WebhookRow> {
    const [row] = await this.db.query<WebhookRow>(HOLD, [id, scopeOf(user)]);
    if (!row) throw new WebhookNotFound();
    return row;
  }

  private address(url: string): string {
    return webhookUrl(url, this.settings);
  }

  private patterns(events: readonly string[]): string[] {
    const unknown = unknownPatterns(events, this.known.types);
    if (unknown.length === 0) return [...new Set(events)];
    const errors = unknown.map((index) => ({
      field: `events.${index}`,
      code: 'unknown',
      message: 'there is no such event',
    }));
    throw new Validation({ errors });
  }
}

/** Whose webhooks somebody sees: null for everybody's. */
const scopeOf = ({ userId, permissions }: Principal): string | null =>
  permissions.has(WebhooksPermission.Manage) ? null : userId;
