import { Injectable, OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Database, Statement, statement, unpreparedStatement } from '../../../core/data/database';
import { DomainEvent, Events } from '../../../core/data/events';
import { Poller } from '../../../core/data/polling';
import { findContext } from '../../../core/kernel/context/context';
import { newId } from '../../../core/kernel/runtime';
import { isVisitor } from '../../../core/web/access';
import type { ResourceChange, ResourceListener } from '../sharing';
import { DeliveryNudge } from './delivery-nudge';
import { patternsOf, patternsSql } from './event-patterns';
import { PublicEvents } from './public-events';
import type { WebhookEvent } from './webhook-events';

const POLL_MS = 400;
const ANY = 'SELECT EXISTS (SELECT FROM webhooks WHERE disabled_at IS NULL) AS "isAny"';
const WANTED = (patterns: string): string =>
  `EXISTS (SELECT FROM webhooks WHERE disabled_at IS NULL AND events && ${patterns})`;

/** $1 ids of the events, $2 of their subjects, $3 their paths, $4 type, $5 about, $6 actor, $7 patterns. */
const WRITE = statement(
  'webhooks.write-events',
  `INSERT INTO webhook_events (id, type, about, subject_id, path, actor_id)
   SELECT given.id, $4::text, $5::text, subject_id, path, $6::uuid
   FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS given (id, subject_id, path) WHERE ${WANTED('$7::text[]')}`,
);
const RESOURCE_TYPE = `r.type || 's.' || $3::text`;
/** $1 ids of the events, $2 of the resources, $3 what was done to them, $4 actor. */
const WRITE_OF_RESOURCES = statement(
  'webhooks.write-resource-events',
  `INSERT INTO webhook_events (id, type, about, subject_id, path, actor_id)
   SELECT given.id, ${RESOURCE_TYPE}, r.type, r.id, r.url, $4::uuid
   FROM unnest($1::uuid[], $2::uuid[]) AS given (id, resource_id) JOIN resources r ON r.id = given.resource_id
   WHERE ${WANTED(patternsSql(RESOURCE_TYPE))}`,
);

/**
 * Writes down what webhooks are to be told of, in the transaction in which it happens. It costs nothing while there is no webhook, and
 * one look-up in an index, sent with the commit, while nobody wants it. A webhook made elsewhere is known of within half a second.
 */
@Injectable()
export class EventWriter implements OnModuleInit, OnApplicationBootstrap, ResourceListener {
  /** null before the first look: then the statements ask. */
  private isAny: boolean | null = null;
  /** When one was last made here, by `performance.now()`: an answer to a question from before does not count. */
  private madeAtMs = -Infinity;
  private writeGone: Statement;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly poller: Poller,
    private readonly known: PublicEvents,
    private readonly nudge: DeliveryNudge,
  ) {}

  onModuleInit(): void {
    for (const one of this.known.declared) this.events.alongside(one.event, (event) => this.write(one, event));
  }

  onApplicationBootstrap(): void {
    this.poller.register<{ isAny: boolean }>({
      name: 'webhooks.any',
      everyMs: POLL_MS,
      select: ANY,
      found: ([{ isAny }], askedAtMs) => {
        if (isAny || askedAtMs > this.madeAtMs) this.isAny = isAny;
      },
    });
  }

  /** There is one now: called once it is committed. */
  expectWebhooks(): void {
    this.isAny = true;
    this.madeAtMs = performance.now();
  }

  async resourcesChanged({ act, ids, subjectId, actorId }: ResourceChange): Promise<void> {
    if (this.isAny === false) return;
    if (act === 'removed') return this.writeRemoved(ids, actorId);
    await this.db.executeAtCommit(WRITE_OF_RESOURCES, [[newId()], [subjectId], act, actorId]);
    this.db.afterCommit(() => this.nudge.events());
  }

  private async write({ type, subject, idsOf }: WebhookEvent, event: DomainEvent): Promise<void> {
    if (this.isAny === false) return;
    const ids = (idsOf as (event: DomainEvent) => readonly string[])(event);
    const principal = findContext()?.principal ?? null;
    const actorId = principal && !isVisitor(principal) ? principal.userId : null;
    const own = ids.map(() => newId());
    const paths = ids.map((id) => subject.path(id));
    await this.db.executeAtCommit(WRITE, [own, ids, paths, type, subject.word, actorId, patternsOf(type)]);
    this.db.afterCommit(() => this.nudge.events());
  }

  /** Once they are gone nobody can be asked who could see them, so their deliveries are made at once. */
  private async writeRemoved(ids: readonly string[], actorId: string | null): Promise<void> {
    this.writeGone ??= unpreparedStatement(
      `WITH gone AS (
         INSERT INTO webhook_events (id, type, about, subject_id, path, actor_id, is_gone, spread_at)
         SELECT given.id, ${RESOURCE_TYPE}, r.type, r.id, r.url, $4::uuid, true, now()
         FROM unnest($1::uuid[], $2::uuid[]) AS given (id, resource_id) JOIN resources r ON r.id = given.resource_id
         WHERE ${WANTED(patternsSql(RESOURCE_TYPE))} RETURNING id, type, about, subject_id, false AS is_gone
       )
       INSERT INTO webhook_deliveries (webhook_id, event_id) SELECT w.id, e.id
       FROM gone e JOIN webhooks w ON w.disabled_at IS NULL AND w.events && ${patternsSql('e.type')} JOIN users u ON u.id = w.owner_id
       WHERE ${this.known.visible('e', 'u')} ORDER BY w.id, e.id`,
    );
    await this.db.execute(this.writeGone, [ids.map(() => newId()), ids, 'removed', actorId]);
    this.db.afterCommit(() => this.nudge.events());
  }
}
