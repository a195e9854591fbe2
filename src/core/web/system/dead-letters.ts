import { Injectable } from '@nestjs/common';
import { Conditions, Database, statement } from '../../data/database';
import { DELIVERY_STATES } from '../../data/events/delivery.entity';
import { Keyset, Page, pageOf } from '../dto';
import { defineError } from '../../kernel/errors';
import { EventDeliveryDto, EventDeliveryQuery, EventReplayDto } from './events.dto';

export const DeliveryNotFound = defineError('delivery_not_found', 404, () => 'There is no such delivery.');
export const DeliveryNotDead = defineError('delivery_not_dead', 409, () => 'Only a dead delivery is replayed.');

const ORDER = new Keyset<Listed>('-created_at', [
  { column: 'created_at', type: 'timestamptz', of: ({ cursorAt }) => cursorAt },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
]);
/** With the instant as Postgres has it, which is finer than JavaScript's. */
type Listed = EventDeliveryDto & { readonly cursorAt: string };

const REPLAYED_AT_ONCE = 1000;
const COLUMNS = `id, event_id AS "eventId", consumer, type, version, subject, state, attempts, created_at AS "createdAt",
  due_at AS "dueAt", last_error AS "lastError", delivered_at AS "deliveredAt"`;
const GET = statement('deliveries.get', `SELECT ${COLUMNS} FROM event_deliveries WHERE id = $1`);
const AGAIN = `SET state = 'pending', attempts = 0, due_at = now()`;
const REPLAY = statement(
  'deliveries.replay',
  `UPDATE event_deliveries ${AGAIN} WHERE id = $1 AND state = 'dead' RETURNING ${COLUMNS}`,
);
const REPLAY_ALL = statement(
  'deliveries.replay-all',
  `UPDATE event_deliveries ${AGAIN} WHERE id IN (
     SELECT id FROM event_deliveries WHERE consumer = $1 AND state = 'dead'
     ORDER BY event_id LIMIT ${REPLAYED_AT_ONCE} FOR UPDATE SKIP LOCKED)`,
);

/** What has become of the deliveries of durable events, for an admin to see and to try again. */
@Injectable()
export class DeadLetters {
  constructor(private readonly db: Database) {}

  /** Newest first. @throws Validation for a broken cursor */
  async list({ state, consumer, type, cursor, limit }: EventDeliveryQuery): Promise<Page<EventDeliveryDto>> {
    const query = new Conditions();
    // In its text, so that the planner sees that the index of the dead ones has them all.
    const known = DELIVERY_STATES.find((one) => one === state);
    if (known) query.and(known, `state = '${known}'`);
    query.andIf('consumer', 'consumer = ?', consumer).andIf('type', 'type = ?', type);
    ORDER.continue(query, cursor);
    const rows = await this.db.query<Listed>(
      query.statement(
        'deliveries.page',
        `SELECT ${COLUMNS}, created_at::text AS "cursorAt" FROM event_deliveries WHERE ${query.where}
         ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`,
      ),
    );
    return pageOf(rows, limit, ({ cursorAt: _, ...dto }) => dto, ORDER.cursorOf);
  }

  /** Makes a dead delivery pending again. @throws DeliveryNotFound, DeliveryNotDead */
  async replay(id: string): Promise<EventDeliveryDto> {
    const [replayed] = await this.db.query<EventDeliveryDto>(REPLAY, [id]);
    if (replayed) return replayed;
    const [found] = await this.db.query(GET, [id]);
    throw found ? new DeliveryNotDead({}) : new DeliveryNotFound({});
  }

  /** Makes the dead deliveries of a consumer pending again, the oldest events first, a thousand at most. */
  async replayAll(consumer: string): Promise<EventReplayDto> {
    return { replayed: await this.db.execute(REPLAY_ALL, [consumer]) };
  }
}
