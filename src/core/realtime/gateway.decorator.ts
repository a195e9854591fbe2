import { applyDecorators, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import { AccessGuard } from '../web/access/access.guard';
import { DtoPipe } from '../web/dto/dto.pipe';
import { FrameFilter } from './frame.filter';
import type { GatewayOptions } from './gateway-options';

/**
 * A class whose `@SubscribeMessage` methods take the frames of a socket. Guards, pipes and filters of the application do not
 * reach gateways: this adds all three. Each method, and `handleConnection`, says `@Public()` or `@Require()`.
 */
export const Gateway = (options: GatewayOptions): ClassDecorator =>
  applyDecorators(
    WebSocketGateway(options as object),
    UseGuards(AccessGuard),
    UsePipes(DtoPipe),
    UseFilters(FrameFilter),
  );
