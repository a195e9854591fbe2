import { Module } from '@nestjs/common';
import { FilesModule } from '../../content/files';
import { NotificationsModule } from '../notifications';
import { SchoolModule } from '../../school/school';
import { UsersModule } from '../../identity/users';
import { ChatRooms } from './live/chat-rooms';
import { ChatSockets } from './live/chat-sockets';
import { ChatDemo } from './chat.demo';
import { ChatGateway } from './live/chat.gateway';
import { ChatPersonalData } from './chat-personal-data';
import { ChatListener } from './chat.listener';
import { ClassroomRooms } from './rooms/classroom-rooms';
import './presence/entities/chat-presence-event.entity';
import './rooms/entities/chat-member.entity';
import './messages/entities/chat-message-version.entity';
import './messages/entities/chat-message.entity';
import './presence/entities/chat-presence.entity';
import './messages/entities/chat-read.entity';
import './rooms/entities/chat-room.entity';
import { MentionNotices } from './mention-notices';
import { MembersService } from './rooms/members.service';
import { MessageReads } from './messages/message-reads';
import { MessageSearch } from './messages/message-search';
import { MessageWriter } from './messages/message-writer';
import { ChatMessagesController } from './messages/messages.controller';
import { MessagesService } from './messages/messages.service';
import { DisplayNameCache } from './presence/display-name-cache';
import { ReadsService } from './messages/reads.service';
import { ChatRoomsController } from './rooms/rooms.controller';
import { RoomsService } from './rooms/rooms.service';

@Module({
  imports: [FilesModule, NotificationsModule, SchoolModule, UsersModule],
  controllers: [ChatMessagesController, ChatRoomsController],
  providers: [
    ChatDemo,
    ChatGateway,
    ChatListener,
    ChatPersonalData,
    ChatRooms,
    ChatSockets,
    ClassroomRooms,
    MembersService,
    MentionNotices,
    MessageReads,
    MessageSearch,
    MessagesService,
    MessageWriter,
    DisplayNameCache,
    ReadsService,
    RoomsService,
  ],
  exports: [ChatDemo],
})
export class ChatModule {}
