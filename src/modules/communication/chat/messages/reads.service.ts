import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Database, statement } from '../../../../core/data/database';
import type { ReadInput, ReadMarkerDto } from '../rooms/dto/room.dto';
import type { RoomAddress } from '../rooms/room-address';
import { RoomsService } from '../rooms/rooms.service';

/** Never back, and never beyond what there is. */
const MARK = statement(
  'chat.mark-read',
  `INSERT INTO chat_reads AS d (room_id, user_id, seq) SELECT id, $2, least($3, last_seq) FROM chat_rooms WHERE id = $1
   ON CONFLICT (room_id, user_id) DO UPDATE SET seq = greatest(d.seq, EXCLUDED.seq), read_at = now() RETURNING seq`,
);

/** Up to where somebody has read a room. */
@Injectable()
export class ReadsService {
  constructor(
    private readonly db: Database,
    private readonly rooms: RoomsService,
  ) {}

  /** @throws RoomNotFound */
  async mark(user: Principal, address: RoomAddress, { seq }: ReadInput): Promise<ReadMarkerDto> {
    const room = await this.rooms.row(user, address);
    const [row] = await this.db.query<{ seq: number }>(MARK, [room.id, user.userId, seq]);
    return { room: room.name ?? room.id, seq: row.seq };
  }
}
