import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { MailModule } from '../../communication/mail';
import { TasksModule } from '../../platform/tasks';
import { UsersModule } from '../../identity/users';
import './entities/order-line.entity';
import './entities/order-step.entity';
import './entities/order.entity';
import { OrdersController } from './orders.controller';
import { OrdersDemo } from './orders.demo';
import { OrdersListener } from './orders.listener';
import { OrderItemsResolver, OrdersResolver } from './orders.resolver';
import { OrdersService } from './orders.service';
import { OrderDatasets } from './reports/order.datasets';
import { ShopSections } from './reports/shop.sections';
import { UserOrdersResolver } from './user-orders.resolver';

@Module({
  imports: [CatalogModule, MailModule, TasksModule, UsersModule],
  controllers: [OrdersController],
  providers: [
    OrderDatasets,
    OrderItemsResolver,
    OrdersDemo,
    OrdersListener,
    OrdersResolver,
    OrdersService,
    ShopSections,
    UserOrdersResolver,
  ],
  exports: [OrdersDemo, OrdersService],
})
export class OrdersModule {}
