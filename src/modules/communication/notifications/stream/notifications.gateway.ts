import type { OnGatewayConnection } from '@nestjs/websockets';
import { ConnectedSocket, SubscribeMessage } from '@nestjs/websockets';
import { Require } from '../../../../core/web/access';
import { Connection, Gateway } from '../../../../core/realtime';
import { NotificationStreams } from './notification-streams';

/** What changes in the caller's inbox, as frames of `/ws-notifications`. */
@Gateway({
  path: '/ws-notifications',
  frames: 'text',
  maxFrameBytes: 1024,
  subProtocols: 'any',
  limits: { rateGroup: 'default', framesPerSecond: 10 },
  quotas: { perPerson: 50 },
})
export class NotificationsGateway implements OnGatewayConnection<Connection> {
  constructor(private readonly streams: NotificationStreams) {}

  @Require()
  handleConnection(connection: Connection): void {
    connection.hold(this.streams.open(connection));
  }

  @SubscribeMessage('ping')
  @Require()
  ping(@ConnectedSocket() connection: Connection): void {
    connection.send('{"type":"pong"}');
  }
}
