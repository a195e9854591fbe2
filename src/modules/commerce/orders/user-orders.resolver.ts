import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentUser, Principal, Public } from '../../../core/web/access';
import { GraphqlContext, loaderOf } from '../../../core/web/graphql';
import { UserDto } from '../../identity/users';
import { OrderDto } from './dto/order.dto';
import { OrdersService } from './orders.service';

/** So many orders a nested list shows; `orders(userId)` pages through all. */
const NESTED_LIMIT = 20;

/** What users do not know of themselves. */
@Resolver(() => UserDto)
export class UserOrdersResolver {
  constructor(private readonly service: OrdersService) {}

  @ResolveField(() => [OrderDto], { description: `The newest ${NESTED_LIMIT}; of others needs manage_orders.` })
  @Public()
  orders(
    @CurrentUser() caller: Principal,
    @Parent() user: UserDto,
    @Context() context: GraphqlContext,
  ): Promise<OrderDto[]> {
    const load = (ids: readonly string[]) => this.service.ofUsers(caller, ids, NESTED_LIMIT);
    return loaderOf(context, 'user.orders', load).load(user.id);
  }
}
