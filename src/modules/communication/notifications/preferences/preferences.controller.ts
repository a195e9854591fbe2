import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PreconditionFailed } from '../../../../core/kernel/errors';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { Responds, Summary } from '../../../../core/web/dto';
import { IfMatch } from '../../../../core/web/http';
import { NotificationPreferencesDto, NotificationPreferencesInput } from './dto/preferences.dto';
import { PreferencesService } from './preferences.service';

@ApiTags('notifications')
@Controller(`${API_PREFIX}/notifications/preferences`)
export class NotificationPreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Summary('What I am told by which channel, each with the rule that says so, my quiet hours and my digest.')
  @Require()
  @Responds(200, NotificationPreferencesDto)
  get(@CurrentUser() user: Principal): Promise<NotificationPreferencesDto> {
    return this.preferences.get(user);
  }

  @Put()
  @Summary('Replaces what I have switched on and off, my quiet hours and my digest.')
  @Require()
  @Responds(200, NotificationPreferencesDto, [PreconditionFailed])
  replace(
    @CurrentUser() user: Principal,
    @Body() input: NotificationPreferencesInput,
    @IfMatch() ifMatch?: string,
  ): Promise<NotificationPreferencesDto> {
    return this.preferences.replace(user, input, ifMatch);
  }
}
