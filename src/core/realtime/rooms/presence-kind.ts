import { HousekeepingRule, keep } from '../../data/housekeeping';
import type { Frame } from '../gateway-options';

/** Somebody came to a room, or left: stored by the transaction that makes it so. */
export interface PresenceEvent {
  readonly id: string;
  readonly roomId: string;
  readonly userId: string;
  readonly event: 'joined' | 'left';
  readonly at: Date;
}

/**
 * Tables of a module for who is in its rooms, made by its migration (ADR 41):
 * - `instances (id uuid PRIMARY KEY, lease_until timestamptz)`
 * - `presences (room_id uuid REFERENCES rooms ON DELETE CASCADE, user_id uuid, holders uuid[], empty_since timestamptz NULL, PRIMARY KEY (room_id, user_id))`,
 *   with an index on `empty_since` where it is not null
 * - `events (id uuid PRIMARY KEY, room_id uuid, user_id uuid, event text, at timestamptz, tx bigint)`, with indexes on `tx` and `at`
 */
export interface PresenceTables {
  /** Its rooms, with an `id`. */
  readonly rooms: string;
  readonly instances: string;
  readonly presences: string;
  readonly events: string;
}

/** How a module tells who comes to its rooms and who leaves. */
export interface PresenceKind {
  readonly tables: PresenceTables;
  /** The frame of such an event. */
  frame(event: PresenceEvent): Promise<Frame>;
}

/** SQL of the condition that a person is in a room. @param row alias of a row of `presences` */
export function isPresent({ instances }: PresenceTables, row: string): string {
  // Without a living holder they may be somewhere else by the next moment, or have left.
  return `${row}.holders && ARRAY(SELECT id FROM ${instances} WHERE lease_until > now())`;
}

/** What the manifest of a module says of these tables. @param module its name */
export function presenceHousekeeping(module: string, tables: PresenceTables): readonly HousekeepingRule[] {
  return [
    keep(
      [tables.instances, tables.presences],
      'seconds: instances remove each other when a lease ends, and people who left',
    ),
    {
      name: `${module}.presence-events`,
      table: tables.events,
      where: `at < now() - interval '1 minute'`,
      everyMs: 60_000,
      kept: 'a minute',
    },
  ];
}
