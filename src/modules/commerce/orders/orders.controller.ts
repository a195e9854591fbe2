import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { Forbidden, PreconditionFailed } from '../../../core/kernel/errors';
import { IfMatch } from '../../../core/web/http';
import { InsufficientStock, ProductNotFound } from '../catalog';
import {
  OrderDto,
  OrderPage,
  OrderQuery,
  OrderStatusInput,
  OrderStepDto,
  OrderStepPage,
  PlaceOrderInput,
  PlaceOrderQuery,
} from './dto/order.dto';
import { InvalidTransition, MixedCurrencies, OrderNotFound, OrderTooLarge } from './orders.errors';
import { OrdersPermission } from './orders.permissions';
import { OrdersService } from './orders.service';

@ApiTags('orders')
@Controller(`${API_PREFIX}/orders`)
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Post()
  @Summary('Buys: takes the goods from stock and writes the order, or neither.')
  @Require()
  @Responds(201, OrderDto, [ProductNotFound, InsufficientStock, MixedCurrencies, OrderTooLarge])
  place(
    @CurrentUser() user: Principal,
    @Body() input: PlaceOrderInput,
    @Query() query: PlaceOrderQuery,
  ): Promise<OrderDto> {
    return this.orders.place(user, input, query);
  }

  @Get()
  @Summary('My orders, the newest first; everybody’s with `manage_orders`.')
  @Require()
  @Responds(200, OrderPage, [Forbidden])
  list(@CurrentUser() user: Principal, @Query() query: OrderQuery): Promise<Page<OrderDto>> {
    return this.orders.list(user, query);
  }

  @Get(':id')
  @Summary('One order.')
  @Require()
  @Responds(200, OrderDto, [OrderNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<OrderDto> {
    return this.orders.byId(user, id);
  }

  @Get(':id/history')
  @Summary('Every step of an order, the first first.')
  @Require()
  @Responds(200, OrderStepPage, [OrderNotFound])
  history(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<OrderStepDto>> {
    return this.orders.history(user, id, query);
  }

  @Put(':id/status')
  @Summary('Moves an order on.')
  @Require(OrdersPermission.Manage)
  @Responds(200, OrderDto, [OrderNotFound, InvalidTransition, PreconditionFailed])
  setStatus(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: OrderStatusInput,
    @IfMatch() ifMatch?: string,
  ): Promise<OrderDto> {
    return this.orders.setStatus(user, id, input.status, ifMatch);
  }

  @Delete(':id')
  @Summary('Cancels an order that has not been shipped; the goods go back into stock.')
  @Require()
  @Responds(200, OrderDto, [OrderNotFound, InvalidTransition])
  cancel(@CurrentUser() user: Principal, @IdParam() id: string): Promise<OrderDto> {
    return this.orders.cancel(user, id);
  }
}
