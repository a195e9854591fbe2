import { Body, Controller, Delete, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { Forbidden, PreconditionFailed, RangeNotSatisfiable } from '../../../../core/kernel/errors';
import { ReadConditions, Reading } from '../../../../core/web/http';
import { Downloads, FILE_BYTES, FileDamaged, FileNotFound } from '../../../content/files';
import { MessageNotFound, MessageTooLong, RoomNotFound } from '../chat.errors';
import {
  ChatMessageDto,
  ChatMessageHistoryDto,
  ChatMessagePage,
  ChatMessageQuery,
  ChatSearchQuery,
  EditMessageInput,
  PostMessageInput,
} from './dto/message.dto';
import { MessageSearch } from './message-search';
import { MessagesService } from './messages.service';
import { RoomAddress, RoomParam } from '../rooms/room-address';

@ApiTags('chat')
@Controller(`${API_PREFIX}/chat`)
export class ChatMessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly searches: MessageSearch,
  ) {}

  @Get('messages')
  @Summary('Looks for messages in the rooms that I belong to, the newest first.')
  @Require()
  @Responds(200, ChatMessagePage, [RoomNotFound])
  search(@CurrentUser() user: Principal, @Query() query: ChatSearchQuery): Promise<Page<ChatMessageDto>> {
    return this.searches.find(user, query);
  }

  @Get('rooms/:room/messages')
  @Summary('Messages of a room, the newest first; `before` a number. A thousand are kept.')
  @Require()
  @Responds(200, ChatMessagePage, [RoomNotFound])
  page(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @Query() query: ChatMessageQuery,
  ): Promise<Page<ChatMessageDto>> {
    return this.messages.page(user, room, query);
  }

  @Post('rooms/:room/messages')
  @Summary('Says something in a room, as a socket would.')
  @Require()
  @Responds(201, ChatMessageDto, [RoomNotFound, MessageTooLong, FileNotFound])
  post(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @Body() input: PostMessageInput,
  ): Promise<ChatMessageDto> {
    return this.messages.post(user, room, input);
  }

  @Patch('rooms/:room/messages/:id')
  @Summary('Says it otherwise: its sender. What it said before is kept.')
  @Require()
  @Responds(200, ChatMessageDto, [RoomNotFound, MessageNotFound, MessageTooLong, Forbidden])
  edit(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @IdParam() id: string,
    @Body() input: EditMessageInput,
  ): Promise<ChatMessageDto> {
    return this.messages.edit(user, room, id, input);
  }

  @Delete('rooms/:room/messages/:id')
  @Summary('Empties a message: its sender, and the moderators. Its number stays.')
  @Require()
  @Responds(204, null, [RoomNotFound, MessageNotFound, Forbidden])
  remove(@CurrentUser() user: Principal, @RoomParam() room: RoomAddress, @IdParam() id: string): Promise<void> {
    return this.messages.remove(user, room, id);
  }

  @Get('rooms/:room/messages/:id/history')
  @Summary('What a message said before; of a deleted one to moderators.')
  @Require()
  @Responds(200, ChatMessageHistoryDto, [RoomNotFound, MessageNotFound])
  history(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @IdParam() id: string,
  ): Promise<ChatMessageHistoryDto> {
    return this.messages.history(user, room, id);
  }

  @Get('rooms/:room/messages/:id/file')
  @Summary('The file that is shared in a message, for all in the room.')
  @Require()
  @Downloads()
  @Responds(200, FILE_BYTES, [
    RoomNotFound,
    MessageNotFound,
    FileNotFound,
    PreconditionFailed,
    RangeNotSatisfiable,
    FileDamaged,
  ])
  file(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @IdParam() id: string,
    @Reading() conditions: ReadConditions,
  ): Promise<StreamableFile | undefined> {
    return this.messages.file(user, room, id, conditions);
  }
}
