import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { Bus, isNumber, isString, listOf, objectOf, oneOf, optional, pairOf, Topic } from '../../../../core/data/redis';

/** What an instance tells the others of a room. All of it can be found in Postgres, too. */
export interface RoomUpdate {
  readonly roomId: string;
  /** Numbers and texts of new messages, in their order. */
  readonly messages?: readonly (readonly [number, string])[];
  /** Numbers and texts of edits and deletions. */
  readonly changes?: readonly (readonly [number, string])[];
  /** Id and text of a word of joining or leaving. */
  readonly presenceEvent?: readonly [string, string];
  /** Somebody has lost the room, or it is gone. */
  readonly access?: true;
}

const isNumberedText = pairOf(isNumber, isString);
const TOPIC: Topic<RoomUpdate> = {
  name: 'chat.room-updates',
  accepts: objectOf<RoomUpdate>({
    roomId: isString,
    messages: optional(listOf(isNumberedText)),
    changes: optional(listOf(isNumberedText)),
    presenceEvent: optional(pairOf(isString, isString)),
    access: optional(oneOf(true)),
  }),
};

/** Carries what happens in rooms to all instances; may be lost, and is then noticed by whoever looks into Postgres. */
@Injectable()
export class RoomBroadcast {
  constructor(
    private readonly db: Database,
    private readonly bus: Bus,
  ) {}

  /** Tells all instances, this one at once. */
  publish(news: RoomUpdate): void {
    void this.bus.publish(TOPIC, news);
  }

  /** Once the open transaction has committed. */
  accessChanged(roomId: string): void {
    this.db.afterCommit(() => this.publish({ roomId, access: true }));
  }

  subscribe(listener: (news: RoomUpdate) => void): void {
    this.bus.subscribe(TOPIC, listener);
  }
}
