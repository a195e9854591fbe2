import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { newId } from '../../../../core/kernel/runtime';
import { RoomNotFound } from '../chat.errors';
import { PeopleMentioned } from '../chat.events';
import { MESSAGE_COLUMNS, MessageRow } from './dto/message.dto';
import type { SharedFile } from './entities/chat-message.entity';

/** What somebody wants to say in a room. */
export interface Draft {
  readonly senderId: string;
  readonly clientId: string | null;
  readonly content: string;
  readonly mentions: readonly string[];
  readonly file: SharedFile | null;
}

/** A stored message. */
export interface Stored {
  readonly row: MessageRow;
  /** It was there already, by its `client_id`. */
  readonly isKnown: boolean;
}

interface Waiting {
  readonly draft: Draft;
  readonly resolve: (stored: Stored) => void;
  readonly reject: (error: unknown) => void;
}

interface Queue {
  readonly waiting: Waiting[];
  busy: boolean;
}

type StoredRow = MessageRow & { readonly n: number; readonly isKnown: boolean };
/** Hears of new messages of a room in their order, before those who have sent them. */
type Listener = (roomId: string, rows: readonly MessageRow[]) => unknown;

const BATCH = 100;
/** So many messages of a room are kept. */
export const KEPT = 1000;

/** A function of the database (its migration says how), so that it is one round trip. */
const STORE = statement(
  'chat.store',
  `/* it writes */ SELECT f.place AS n, f.is_known AS "isKnown", ${MESSAGE_COLUMNS}
   FROM chat_store($1, $2, ${KEPT}) f, LATERAL (SELECT (f.message).*) m ORDER BY f.place`,
);
/** It waited for who erases a sender, who waited for the room. */
const DEADLOCK = '40P01';

/**
 * Stores messages, those that wait for one room at the same time in one transaction. The room's row is locked first, so a
 * number is given once and in the order of the commits, on any number of instances; who may not write is known under it, too.
 */
@Injectable()
export class MessageWriter {
  private readonly queues = new Map<string, Queue>();
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  onStored(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** How many wait for this room. */
  waitingFor(roomId: string): number {
    return this.queues.get(roomId)?.waiting.length ?? 0;
  }

  /**
   * Stores it after all that were given here before for the room; within the open transaction, if there is one.
   * @throws RoomNotFound for who may not write there
   */
  store(roomId: string, draft: Draft): Promise<Stored> {
    if (this.db.inTransaction) return this.storeWithin(roomId, draft);
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(roomId) ?? { waiting: [], busy: false };
      this.queues.set(roomId, queue);
      queue.waiting.push({ draft, resolve, reject });
      if (!queue.busy) void this.work(roomId, queue);
    });
  }

  private async storeWithin(roomId: string, draft: Draft): Promise<Stored> {
    const [row] = await this.write(roomId, [draft]);
    if (!row) throw new RoomNotFound();
    if (!row.isKnown) this.db.afterCommit(() => this.tell(roomId, [row]));
    return { row, isKnown: row.isKnown };
  }

  private async tell(roomId: string, rows: readonly MessageRow[]): Promise<void> {
    for (const listener of this.listeners) await listener(roomId, rows);
  }

  private async work(roomId: string, queue: Queue): Promise<void> {
    queue.busy = true;
    while (queue.waiting.length > 0) {
      const batch = takeBatch(queue.waiting);
      try {
        const rows = await this.write(
          roomId,
          batch.map(({ draft }) => draft),
        );
        const fresh = rows.filter(({ isKnown }) => !isKnown);
        if (fresh.length > 0) await this.tell(roomId, fresh).catch(() => undefined); // stored, and found by who looks
        const byPlace = new Map(rows.map((row) => [row.n, row]));
        batch.forEach(({ resolve, reject }, n) => {
          const row = byPlace.get(n);
          if (row) resolve({ row, isKnown: row.isKnown });
          else reject(new RoomNotFound());
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    queue.busy = false;
    this.queues.delete(roomId);
  }

  private write(roomId: string, batch: readonly Draft[]): Promise<StoredRow[]> {
    const drafts = batch.map((draft, n) => ({ n, id: newId(), ...draft }));
    const store = (): Promise<StoredRow[]> => this.db.query<StoredRow>(STORE, [roomId, JSON.stringify(drafts)]);
    // Only what mentions somebody needs a transaction, which its event shares.
    if (drafts.some(({ mentions }) => mentions.length > 0)) return this.storeWithEvents(roomId, store);
    return store().catch((error: unknown) => {
      if (this.db.inTransaction || (error as { code?: string }).code !== DEADLOCK) throw error;
      return this.db.transaction(store); // which tries again
    });
  }

  private storeWithEvents(roomId: string, store: () => Promise<StoredRow[]>): Promise<StoredRow[]> {
    return this.db.transaction(async () => {
      const rows = await store();
      for (const { id, seq, senderId, mentions, isKnown } of rows) {
        if (isKnown || mentions.length === 0) continue;
        await this.events.emit(new PeopleMentioned(roomId, id, seq, senderId, mentions));
      }
      return rows;
    });
  }
}

/** The next ones, up to the second of two that are the same message: it is for the database to say so. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const seen = new Set<string>();
  let size = 0;
  for (; size < waiting.length && size < BATCH; size++) {
    const { senderId, clientId } = waiting[size].draft;
    if (clientId === null) continue;
    const key = `${senderId} ${clientId}`;
    if (seen.has(key)) break;
    seen.add(key);
  }
  return waiting.splice(0, size);
}
