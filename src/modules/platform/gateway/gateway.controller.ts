import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { GatewayDto, toUpstreamDto } from './upstreams/dto/upstream.dto';
import { GatewayPermission } from './gateway.permissions';
import { Upstreams } from './upstreams/upstreams';

@ApiTags('gateway')
@Controller(`${API_PREFIX}/gateway`)
export class GatewayController {
  constructor(private readonly upstreams: Upstreams) {}

  @Get()
  @Summary('What is behind the gateway, how each upstream does and why, over the last five minutes.')
  @Require(GatewayPermission.Read)
  @Responds(200, GatewayDto)
  state(): GatewayDto {
    const items = this.upstreams.all().map(toUpstreamDto);
    return { items, count: items.length };
  }
}
