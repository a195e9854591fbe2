import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Validation } from '../../../../core/kernel/errors';
import { Connection } from '../../../../core/realtime';
import { RoomNotFound } from '../chat.errors';
import { messageFrame, PostMessageInput } from '../messages/dto/message.dto';
import type { ReadInput, RoomRow } from '../rooms/dto/room.dto';
import { MessageReads } from '../messages/message-reads';
import { MessagesService } from '../messages/messages.service';
import { ReadsService } from '../messages/reads.service';
import { readAddress } from '../rooms/room-address';
import { ChatRooms, Since } from './chat-rooms';
import { RoomsService } from '../rooms/rooms.service';

const NUMBER = /^\d{1,9}$/;

/** What sockets do in a room: each is in one, from its opening to its end. */
@Injectable()
export class ChatSockets {
  private readonly rooms = new WeakMap<Connection, RoomRow>();

  constructor(
    private readonly roomsService: RoomsService,
    private readonly messages: MessagesService,
    private readonly reads: MessageReads,
    private readonly markers: ReadsService,
    private readonly live: ChatRooms,
  ) {}

  /** Lets a socket into the room of its address; one that may not be there is told so and closed. Never throws. */
  async open(connection: Connection): Promise<void> {
    try {
      const { principal: user, opening } = connection;
      const since = sinceOf(opening.query);
      const room = await this.roomsService.open(user, readAddress(opening.params.room));
      this.rooms.set(connection, room);
      await this.live.join(connection, room, since);
    } catch (error) {
      connection.end(error);
    }
  }

  /** Accepts a message; once it is stored all in the room get it, the sender too. @throws as `MessagesService.accept` */
  async post(connection: Connection, user: Principal, input: PostMessageInput): Promise<void> {
    const room = this.roomOf(connection);
    const { stored } = await this.messages.accept(user, room.id, input);
    void stored.then(
      async ({ row, isKnown }) => {
        if (!isKnown) return;
        const [dto] = await this.reads.toDtos([row], room.name ?? room.id);
        connection.send(messageFrame(dto)); // the others have had it; its sender has not, or would not ask
      },
      (error: unknown) => connection.refuse(error, input.clientId),
    );
  }

  /** @throws RoomNotFound */
  async read(connection: Connection, user: Principal, input: ReadInput): Promise<void> {
    await this.markers.mark(user, { id: this.roomOf(connection).id }, input);
  }

  private roomOf(connection: Connection): RoomRow {
    const room = this.rooms.get(connection);
    if (!room) throw new RoomNotFound();
    return room;
  }
}

/** @throws Validation */
function sinceOf(query: Readonly<Record<string, unknown>>): Since {
  return { messages: numberOf(query, 'last_seq'), changes: numberOf(query, 'last_change') };
}

function numberOf(query: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = query[name];
  if (value === undefined) return null;
  if (typeof value === 'string' && NUMBER.test(value)) return Number(value);
  throw new Validation({ errors: [{ field: name, code: 'integer', message: 'must be the number of a message' }] });
}
