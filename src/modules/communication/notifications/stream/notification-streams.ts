import { Injectable } from '@nestjs/common';
import { Validation } from '../../../../core/kernel/errors';
import type { Connection } from '../../../../core/realtime';
import { roomEvents } from '../../../../core/realtime/rooms';
import type { Principal } from '../../../../core/web/access';
import type { ServerEvent, ServerEvents } from '../../../../core/web/http';
import { NotificationRooms } from './notification-rooms';

const NUMBER = /^\d{1,9}$/;
/** What every frame of a room begins with. */
const HEAD = /^\{"type":"([a-z]+)","seq":(\d+)/;

/** Sockets and streams of what changes in somebody's inbox. */
@Injectable()
export class NotificationStreams {
  constructor(private readonly rooms: NotificationRooms) {}

  /** Lets a socket into the room of its caller. Never throws. */
  async open(connection: Connection): Promise<void> {
    try {
      await this.rooms.join(connection, numberOf(connection.opening.query.last_seq));
    } catch (error) {
      connection.end(error);
    }
  }

  /** @param after number of the last change that the caller has had @throws Validation */
  events(user: Principal, after: string | undefined): ServerEvents {
    const number = numberOf(after);
    return roomEvents(user, (member) => this.rooms.join(member, number), eventOf);
  }
}

/** @throws Validation */
function numberOf(value: unknown): number | null {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string' && NUMBER.test(value)) return Number(value);
  throw new Validation({ errors: [{ field: 'last_seq', code: 'integer', message: 'must be the number of a change' }] });
}

function eventOf(frame: string): ServerEvent {
  const [, event, id] = HEAD.exec(frame) ?? ['', 'message', '0'];
  return { id, event, data: frame };
}
