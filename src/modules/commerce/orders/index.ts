export { OrderDto } from './dto/order.dto';
export { OrderStatusChanged, OrderPlaced } from './orders.events';
export { ordersManifest } from './orders.manifest';
export { OrdersModule } from './orders.module';
export { OrdersPermission } from './orders.permissions';
export { OrdersService } from './orders.service';
