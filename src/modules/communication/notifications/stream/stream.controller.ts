import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { Responds, StringField, Summary } from '../../../../core/web/dto';
import { EventStream, LastEventId, SERVER_EVENTS, ServerEvents } from '../../../../core/web/http';
import { NotificationStreams } from './notification-streams';

export class NotificationStreamQuery {
  @StringField({
    optional: true,
    max: 9,
    pattern: /^\d+$/,
    shape: 'the number of a change',
    description: 'The number of the last change that is known, where there is no `Last-Event-ID`.',
  })
  lastSeq?: string;
}

@ApiTags('notifications')
@Controller(`${API_PREFIX}/notifications`)
export class NotificationStreamController {
  constructor(private readonly streams: NotificationStreams) {}

  @Get('stream')
  @Summary(
    'What changes in my notifications, as server-sent events: `created`, `changed`, `deleted`, and `reset` where those since `Last-Event-ID` are gone.',
  )
  @Require()
  @EventStream()
  @Responds(200, SERVER_EVENTS)
  stream(
    @CurrentUser() user: Principal,
    @Query() { lastSeq }: NotificationStreamQuery,
    @LastEventId() lastEventId?: string,
  ): ServerEvents {
    return this.streams.events(user, lastEventId ?? lastSeq);
  }
}
