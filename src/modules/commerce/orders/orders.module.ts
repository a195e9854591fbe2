import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { MailModule } from '../../communication/mail';
import { NotificationsModule } from '../../communication/notifications';
import { ReportsModule } from '../../platform/reports';
import { UsersModule } from '../../identity/users';
import './entities/order-line.entity';
import './entities/order-step.entity';
import './entities/order.entity';
import { OrdersController } from './orders.controller';
import { OrdersDemo } from './orders.demo';
import { OrderMails } from './order-mails';
import { OrderPersonalData } from './order-personal-data';
import { OrderItemsResolver, OrdersResolver } from './orders.resolver';
import { OrdersService } from './orders.service';
import { OrderDatasets } from './reports/order.datasets';
import { ShopSections } from './reports/shop.sections';
import { UserOrdersResolver } from './user-orders.resolver';

@Module({
  imports: [CatalogModule, MailModule, NotificationsModule, ReportsModule, UsersModule],
  controllers: [OrdersController],
  providers: [
    OrderDatasets,
    OrderItemsResolver,
    OrdersDemo,
    OrderMails,
    OrderPersonalData,
    OrdersResolver,
    OrdersService,
    ShopSections,
    UserOrdersResolver,
  ],
  exports: [OrdersDemo, OrdersService],
})
export class OrdersModule {}
