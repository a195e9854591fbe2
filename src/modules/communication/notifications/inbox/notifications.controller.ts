import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Forbidden } from '../../../../core/kernel/errors';
import { setAnswerStatus } from '../../../../core/kernel/context/context';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { NotificationNotFound } from '../notifications.errors';
import { NotificationsService } from '../notifications.service';
import {
  NotificationDto,
  NotificationPage,
  NotificationQuery,
  ReadNotificationsDto,
  ReadNotificationsInput,
  SendNotificationInput,
  UnreadNotificationsDto,
} from './dto/notification.dto';
import { InboxService } from './inbox.service';

@ApiTags('notifications')
@Controller(`${API_PREFIX}/notifications`)
export class NotificationsController {
  constructor(
    private readonly inbox: InboxService,
    private readonly notifications: NotificationsService,
  ) {}

  @Post('send')
  @Summary('Notifies me, or somebody else with `send_notifications`; 200 where its key is known, or it has collapsed.')
  @Require()
  @Responds(201, NotificationDto, [Forbidden])
  async send(@CurrentUser() user: Principal, @Body() input: SendNotificationInput): Promise<NotificationDto> {
    const { notification, isNew } = await this.notifications.send(user, input);
    if (!isNew) setAnswerStatus(200);
    return notification;
  }

  @Get()
  @Summary('My notifications, the newest first; the newest 1000 are kept.')
  @Require()
  @Responds(200, NotificationPage)
  list(@CurrentUser() user: Principal, @Query() query: NotificationQuery): Promise<Page<NotificationDto>> {
    return this.inbox.list(user, query);
  }

  @Get('unread-count')
  @Summary('How many of my notifications are unread, and the number of the last change.')
  @Require()
  @Responds(200, UnreadNotificationsDto)
  countUnread(@CurrentUser() user: Principal): Promise<UnreadNotificationsDto> {
    return this.inbox.countUnread(user);
  }

  @Put('read-all')
  @Summary('Marks my notifications as read, up to one where that is named.')
  @Require()
  @Responds(200, ReadNotificationsDto)
  readAll(@CurrentUser() user: Principal, @Body() input: ReadNotificationsInput): Promise<ReadNotificationsDto> {
    return this.inbox.readAll(user, input);
  }

  @Get(':id')
  @Summary('One of my notifications.')
  @Require()
  @Responds(200, NotificationDto, [NotificationNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<NotificationDto> {
    return this.inbox.byId(user, id);
  }

  @Put(':id/read')
  @Summary('Marks one as read; when it was first read stays.')
  @Require()
  @Responds(200, NotificationDto, [NotificationNotFound])
  read(@CurrentUser() user: Principal, @IdParam() id: string): Promise<NotificationDto> {
    return this.inbox.read(user, id);
  }

  @Delete(':id')
  @Summary('Deletes one of my notifications.')
  @Require()
  @Responds(204, null, [NotificationNotFound])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.inbox.remove(user, id);
  }
}
