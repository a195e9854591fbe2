import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../../core/web/access';
import { Responds, Summary } from '../../../../core/web/dto';
import { QueuesDto } from './dto/queues.dto';
import { QueuesService } from './queues.service';
import { TasksPermission } from '../tasks.permissions';

@ApiTags('tasks')
@Controller(`${API_PREFIX}/admin/queues`)
export class QueuesController {
  constructor(private readonly queues: QueuesService) {}

  @Get()
  @Summary('How many tasks wait, run and have failed, and who works.')
  @Require(TasksPermission.Manage)
  @Responds(200, QueuesDto)
  overview(): Promise<QueuesDto> {
    return this.queues.overview();
  }
}
