import type { OnGatewayConnection } from '@nestjs/websockets';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { CurrentUser, Principal, Require } from '../../../../core/web/access';
import { Connection, Gateway } from '../../../../core/realtime';
import { ChatSockets } from './chat-sockets';
import { PostMessageInput } from '../messages/dto/message.dto';
import { ReadInput } from '../rooms/dto/room.dto';

/** The frames of `/ws/{room}`. */
@Gateway({
  path: '/ws/:room',
  frames: 'text',
  text: {
    defaultType: 'message',
    plain: (content) => ({ content }),
    servers: ['id', 'seq', 'room', 'sender', 'sender_id', 'timestamp'],
  },
  maxFrameBytes: 65_536,
  subProtocols: 'any', // clients that name one of their own have always been agreed with
  limits: { rateGroup: 'chat', queuedBytes: 1_048_576 },
})
export class ChatGateway implements OnGatewayConnection<Connection> {
  constructor(private readonly sockets: ChatSockets) {}

  @Require()
  handleConnection(connection: Connection): void {
    connection.hold(this.sockets.open(connection));
  }

  @SubscribeMessage('message')
  @Require()
  post(
    @ConnectedSocket() connection: Connection,
    @CurrentUser() user: Principal,
    @MessageBody() input: PostMessageInput,
  ): Promise<void> {
    return this.sockets.post(connection, user, input);
  }

  @SubscribeMessage('read')
  @Require()
  read(
    @ConnectedSocket() connection: Connection,
    @CurrentUser() user: Principal,
    @MessageBody() input: ReadInput,
  ): Promise<void> {
    return this.sockets.read(connection, user, input);
  }

  @SubscribeMessage('ping')
  @Require()
  ping(@ConnectedSocket() connection: Connection): void {
    connection.send('{"type":"pong"}');
  }
}
