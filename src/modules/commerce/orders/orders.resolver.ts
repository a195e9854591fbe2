import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentUser, Principal, Public, Require } from '../../../core/web/access';
import { GraphqlContext, IdArg, loaderOf } from '../../../core/web/graphql';
import { ProductDto, ProductsService } from '../catalog';
import { OrderDto, OrderItemDto, OrderQuery, OrderStatusInput, PlaceOrderInput } from './dto/order.dto';
import { OrdersPermission } from './orders.permissions';
import { OrdersService } from './orders.service';

@Resolver(() => OrderDto)
export class OrdersResolver {
  constructor(private readonly service: OrdersService) {}

  @Query(() => OrderDto)
  @Require()
  order(@CurrentUser() user: Principal, @IdArg() id: string): Promise<OrderDto> {
    return this.service.byId(user, id);
  }

  @Query(() => [OrderDto], { description: 'Mine, the newest first; everybody’s with manage_orders.' })
  @Require()
  async orders(@CurrentUser() user: Principal, @Args() args: OrderQuery): Promise<OrderDto[]> {
    return (await this.service.list(user, args)).items;
  }

  @Mutation(() => OrderDto)
  @Require()
  placeOrder(@CurrentUser() user: Principal, @Args('input') input: PlaceOrderInput): Promise<OrderDto> {
    return this.service.place(user, input);
  }

  @Mutation(() => OrderDto)
  @Require()
  cancelOrder(@CurrentUser() user: Principal, @IdArg() id: string): Promise<OrderDto> {
    return this.service.cancel(user, id);
  }

  @Mutation(() => OrderDto)
  @Require(OrdersPermission.Manage)
  updateOrderStatus(
    @CurrentUser() user: Principal,
    @IdArg() id: string,
    @Args('input') input: OrderStatusInput,
  ): Promise<OrderDto> {
    return this.service.setStatus(user, id, input.status);
  }
}

@Resolver(() => OrderItemDto)
export class OrderItemsResolver {
  constructor(private readonly products: ProductsService) {}

  @ResolveField(() => ProductDto, { nullable: true, description: 'As it is now; null once it is sold no more.' })
  @Public()
  product(@Parent() item: OrderItemDto, @Context() context: GraphqlContext): Promise<ProductDto | null> {
    const load = (ids: readonly string[]) => this.products.byIds(ids);
    return loaderOf(context, 'order-item.product', load).load(item.productId);
  }
}
