import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { demoId } from '../../../core/kernel/runtime/random';
import { UsersService } from '../../identity/users';
import { ClassroomRooms } from './rooms/classroom-rooms';
import { ChatRoom } from './rooms/entities/chat-room.entity';
import { MessageWriter } from './messages/message-writer';

const ROOMS = [
  { name: 'general', title: 'Everything and everybody' },
  { name: 'help', title: 'Questions and answers' },
];
const SAID = [
  ['teacher', 'Good morning! Whoever is new here: say hello.'],
  ['student', 'Hello! Where do I find the timetable?'],
  ['teacher', 'In the files of your classroom; ask in “help” when something is missing.'],
  ['ada', 'And the chess club meets on Thursday at five, all are welcome.'],
] as const;

/** The demo's rooms: one for each classroom, and two for all. Written once, after the demo's school. */
@Injectable()
export class ChatDemo {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly classrooms: ClassroomRooms,
    private readonly writer: MessageWriter,
  ) {}

  async fill(): Promise<void> {
    if ((await this.db.query('SELECT 1 FROM chat_rooms LIMIT 1')).length > 0) return;
    await this.classrooms.follow(null);
    const rooms = ROOMS.map((room, n) => ({ ...room, id: demoId('chat-room', n), kind: 'public' as const }));
    await this.db.repo(ChatRoom).insert(rooms);
    for (const [login, content] of SAID) {
      const sender = await this.users.findByLogin(login);
      if (!sender) continue;
      await this.writer.store(rooms[0].id, { senderId: sender.id, clientId: null, content, mentions: [], file: null });
    }
  }
}
