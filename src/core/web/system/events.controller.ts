import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../access';
import { IdParam, Page, Responds, Summary } from '../dto';
import { DeadLetters, DeliveryNotDead, DeliveryNotFound } from './dead-letters';
import { EventDeliveryDto, EventDeliveryPage, EventDeliveryQuery, EventReplayDto, ReplayInput } from './events.dto';
import { EventsPermission } from './events.permissions';

@ApiTags('system')
@Controller(`${API_PREFIX}/admin/events`)
export class EventsController {
  constructor(private readonly letters: DeadLetters) {}

  @Get()
  @Summary('Durable events on their way to their consumers, newest first; `state=dead` for those given up.')
  @Require(EventsPermission.Manage)
  @Responds(200, EventDeliveryPage)
  list(@Query() query: EventDeliveryQuery): Promise<Page<EventDeliveryDto>> {
    return this.letters.list(query);
  }

  @Post('replay')
  @Summary('Tries the dead deliveries of a consumer again, a thousand at most.')
  @Require(EventsPermission.Manage)
  @Responds(200, EventReplayDto)
  replayAll(@Body() { consumer }: ReplayInput): Promise<EventReplayDto> {
    return this.letters.replayAll(consumer);
  }

  @Post(':id/replay')
  @Summary('Tries a dead delivery again.')
  @Require(EventsPermission.Manage)
  @Responds(200, EventDeliveryDto, [DeliveryNotFound, DeliveryNotDead])
  replay(@IdParam() id: string): Promise<EventDeliveryDto> {
    return this.letters.replay(id);
  }
}
