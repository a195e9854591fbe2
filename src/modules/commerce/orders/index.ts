export { OrderDto } from './dto/order.dto';
export { OrdersDemo } from './orders.demo';
export { OrderStatusChanged, OrderPlaced } from './orders.events';
export { OrdersModule } from './orders.module';
export { OrdersPermission } from './orders.permissions';
export { OrdersService } from './orders.service';
