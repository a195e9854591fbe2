import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../core/web/dto';
import { Forbidden } from '../../../core/kernel/errors';
import { RouteOptions, EventStream, LastEventId, SERVER_EVENTS, ServerEvents } from '../../../core/web/http';
import { MailNotAllowed, MailQuota } from '../../communication/mail';
import { EmailTaskInput, ProcessDataQuery, TaskDto, TaskPage, TaskQuery, TaskStartedDto } from './dto/task.dto';
import { VALUES_BODY } from './kinds/values';
import { TaskFinished, TaskNotFound, TaskNotRetryable } from './tasks.errors';
import { TasksService } from './tasks.service';

const MAX_DATA_BYTES = 8_388_608;

@ApiTags('tasks')
@Controller(`${API_PREFIX}/tasks`)
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Post('email')
  @Summary('Sends an e-mail, in a while.')
  @Require()
  @Responds(202, TaskStartedDto, [MailNotAllowed, MailQuota])
  email(@CurrentUser() user: Principal, @Body() input: EmailTaskInput): Promise<TaskStartedDto> {
    return this.tasks.email(user, input);
  }

  @Post('process-data')
  @Summary('Adds up, averages or counts numbers, exactly.')
  @Require()
  @RouteOptions({ bodyLimitBytes: MAX_DATA_BYTES })
  @ApiBody(VALUES_BODY)
  @Responds(202, TaskStartedDto)
  processData(
    @CurrentUser() user: Principal,
    @Query() query: ProcessDataQuery,
    @Body() items: unknown,
  ): Promise<TaskStartedDto> {
    return this.tasks.processData(user, query, items);
  }

  @Get()
  @Summary('My tasks, the newest first; everybody’s with `manage_tasks`.')
  @Require()
  @Responds(200, TaskPage, [Forbidden])
  list(@CurrentUser() user: Principal, @Query() query: TaskQuery): Promise<Page<TaskDto>> {
    return this.tasks.list(user, query);
  }

  @Get(':id')
  @Summary('One task.')
  @Require()
  @Responds(200, TaskDto, [TaskNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<TaskDto> {
    return this.tasks.byId(user, id);
  }

  @Get(':id/events')
  @Summary('Every change of a task as server-sent events: `data` is the task, `id` its version.')
  @Require()
  @Responds(200, SERVER_EVENTS, [TaskNotFound])
  @EventStream()
  events(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @LastEventId() last?: string,
  ): Promise<ServerEvents | null> {
    return this.tasks.watch(user, id, last);
  }

  @Delete(':id')
  @Summary('Cancels a task that waits or runs.')
  @Require()
  @Responds(200, TaskDto, [TaskNotFound, TaskFinished])
  cancel(@CurrentUser() user: Principal, @IdParam() id: string): Promise<TaskDto> {
    return this.tasks.cancel(user, id);
  }

  @Post(':id/retry')
  @Summary('Begins a failed or cancelled task anew.')
  @Require()
  @Responds(202, TaskDto, [TaskNotFound, TaskNotRetryable])
  retry(@CurrentUser() user: Principal, @IdParam() id: string): Promise<TaskDto> {
    return this.tasks.retry(user, id);
  }
}
