import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { MailModule } from '../mail';
import { UsersModule } from '../users';
import './entities/order-line.entity';
import './entities/order-step.entity';
import './entities/order.entity';
import { OrdersController } from './orders.controller';
import { OrdersDemo } from './orders.demo';
import { OrdersListener } from './orders.listener';
import { OrderItemsResolver, OrdersResolver } from './orders.resolver';
import { OrdersService } from './orders.service';
import { UserOrdersResolver } from './user-orders.resolver';

@Module({
  imports: [CatalogModule, MailModule, UsersModule],
  controllers: [OrdersController],
  providers: [OrderItemsResolver, OrdersDemo, OrdersListener, OrdersResolver, OrdersService, UserOrdersResolver],
  exports: [OrdersDemo, OrdersService],
})
export class OrdersModule {}
