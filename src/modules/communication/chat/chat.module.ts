import { Module } from '@nestjs/common';
import { FilesModule } from '../../content/files';
import { SchoolModule } from '../../school/school';
import { UsersModule } from '../../identity/users';
import { RoomBroadcast } from './room-broadcast';
import { ChatSockets } from './chat-sockets';
import { ChatDemo } from './chat.demo';
import { ChatGateway } from './chat.gateway';
import { ChatListener } from './chat.listener';
import { ClassroomRooms } from './classroom-rooms';
import { PresenceEvents } from './presence-events';
import './entities/chat-coming.entity';
import './entities/chat-member.entity';
import './entities/chat-message-version.entity';
import './entities/chat-message.entity';
import './entities/chat-presence.entity';
import './entities/chat-read.entity';
import './entities/chat-room.entity';
import { MembersService } from './members.service';
import { MessageReads } from './message-reads';
import { MessageSearch } from './message-search';
import { MessageWriter } from './message-writer';
import { ChatMessagesController } from './messages.controller';
import { MessagesService } from './messages.service';
import { ChatPagesController } from './pages.controller';
import { DisplayNameCache } from './display-name-cache';
import { Presences } from './presences';
import { ReadsService } from './reads.service';
import { RoomFeeds } from './room-feeds';
import { ChatRoomsController } from './rooms.controller';
import { RoomsService } from './rooms.service';

@Module({
  imports: [FilesModule, SchoolModule, UsersModule],
  controllers: [ChatMessagesController, ChatPagesController, ChatRoomsController],
  providers: [
    ChatDemo,
    ChatGateway,
    ChatListener,
    RoomBroadcast,
    ChatSockets,
    ClassroomRooms,
    PresenceEvents,
    MembersService,
    MessageReads,
    MessageSearch,
    MessagesService,
    MessageWriter,
    DisplayNameCache,
    Presences,
    ReadsService,
    RoomFeeds,
    RoomsService,
  ],
  exports: [ChatDemo],
})
export class ChatModule {}
