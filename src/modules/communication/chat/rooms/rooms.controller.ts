import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { Forbidden } from '../../../../core/kernel/errors';
import { UserNotFound } from '../../../identity/users';
import {
  LastOwner,
  MemberNotFound,
  MembersFixed,
  RoomFull,
  RoomNameTaken,
  RoomNotFound,
  TooManyRooms,
} from '../chat.errors';
import {
  ActiveUsersDto,
  ChatMemberDto,
  ChatMemberPage,
  ChatRoomDto,
  ChatRoomPage,
  ChatRoomQuery,
  CreateRoomInput,
  DirectRoomInput,
  MemberInput,
  ReadInput,
  ReadMarkerDto,
  UpdateRoomInput,
} from './dto/room.dto';
import { MembersService } from './members.service';
import { ReadsService } from '../messages/reads.service';
import { RoomAddress, RoomParam } from './room-address';
import { RoomsService } from './rooms.service';

@ApiTags('chat')
@Controller(`${API_PREFIX}/chat`)
export class ChatRoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
    private readonly reads: ReadsService,
  ) {}

  @Get('rooms')
  @Summary('Public rooms and my own, the newest first, with what I have not read.')
  @Require()
  @Responds(200, ChatRoomPage)
  list(@CurrentUser() user: Principal, @Query() query: ChatRoomQuery): Promise<Page<ChatRoomDto>> {
    return this.rooms.list(user, query);
  }

  @Post('rooms')
  @Summary('Makes a room. A public one also comes to be when somebody opens `/ws/{room}`.')
  @Require()
  @Responds(201, ChatRoomDto, [RoomNameTaken, TooManyRooms])
  create(@CurrentUser() user: Principal, @Body() input: CreateRoomInput): Promise<ChatRoomDto> {
    return this.rooms.create(user, input);
  }

  @Post('direct')
  @Summary('The room of me and somebody else, made when there is none.')
  @Require()
  @Responds(200, ChatRoomDto, [UserNotFound, TooManyRooms])
  direct(@CurrentUser() user: Principal, @Body() input: DirectRoomInput): Promise<ChatRoomDto> {
    return this.rooms.direct(user, input);
  }

  @Get('rooms/:room')
  @Summary('One room.')
  @Require()
  @Responds(200, ChatRoomDto, [RoomNotFound])
  byAddress(@CurrentUser() user: Principal, @RoomParam() room: RoomAddress): Promise<ChatRoomDto> {
    return this.rooms.byAddress(user, room);
  }

  @Patch('rooms/:room')
  @Summary('Gives a room another title: its owners.')
  @Require()
  @Responds(200, ChatRoomDto, [RoomNotFound, Forbidden])
  update(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @Body() input: UpdateRoomInput,
  ): Promise<ChatRoomDto> {
    return this.rooms.update(user, room, input);
  }

  @Delete('rooms/:room')
  @Summary('Deletes a room with all its messages: its owners.')
  @Require()
  @Responds(204, null, [RoomNotFound, Forbidden])
  remove(@CurrentUser() user: Principal, @RoomParam() room: RoomAddress): Promise<void> {
    return this.rooms.remove(user, room);
  }

  @Get('rooms/:room/users')
  @Summary('Who is in a room right now.')
  @Require()
  @Responds(200, ActiveUsersDto, [RoomNotFound])
  active(@CurrentUser() user: Principal, @RoomParam() room: RoomAddress): Promise<ActiveUsersDto> {
    return this.rooms.active(user, room);
  }

  @Get('rooms/:room/members')
  @Summary('Who belongs to a room.')
  @Require()
  @Responds(200, ChatMemberPage, [RoomNotFound])
  listMembers(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @Query() query: PageQuery,
  ): Promise<Page<ChatMemberDto>> {
    return this.members.list(user, room, query);
  }

  @Put('rooms/:room/members/:user_id')
  @Summary('Makes somebody a member, or gives a member another role: moderators, and of roles owners.')
  @Require()
  @Responds(200, ChatMemberDto, [RoomNotFound, UserNotFound, Forbidden, MembersFixed, RoomFull, LastOwner])
  putMember(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @IdParam('user_id') userId: string,
    @Body() input: MemberInput,
  ): Promise<ChatMemberDto> {
    return this.members.put(user, room, userId, input);
  }

  @Delete('rooms/:room/members/:user_id')
  @Summary('Takes somebody out of a room; anybody may take themselves out.')
  @Require()
  @Responds(204, null, [RoomNotFound, MemberNotFound, Forbidden, MembersFixed, LastOwner])
  removeMember(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @IdParam('user_id') userId: string,
  ): Promise<void> {
    return this.members.remove(user, room, userId);
  }

  @Put('rooms/:room/read')
  @Summary('Moves my read marker on.')
  @Require()
  @Responds(200, ReadMarkerDto, [RoomNotFound])
  read(
    @CurrentUser() user: Principal,
    @RoomParam() room: RoomAddress,
    @Body() input: ReadInput,
  ): Promise<ReadMarkerDto> {
    return this.reads.mark(user, room, input);
  }
}
