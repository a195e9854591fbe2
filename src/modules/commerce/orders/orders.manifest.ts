import { consume, defineModule, keep } from '../../../core/module';
import { OrderMails } from './order-mails';
import { OrderPersonalData } from './order-personal-data';
import { ORDER_INVARIANTS } from './order.invariants';
import { OrdersDemo } from './orders.demo';
import { OrderPlaced, OrderStatusChanged } from './orders.events';
import { OrdersModule } from './orders.module';
import { OrdersPermission } from './orders.permissions';

export const ordersManifest = defineModule({
  name: 'orders',
  group: 'commerce',
  module: OrdersModule,
  uses: ['catalog', 'mail', 'tasks', 'users'],
  permissions: { [OrdersPermission.Manage]: ['finance'] },
  events: [
    consume(OrderPlaced, 'orders.mail-confirmation', OrderMails, (mails, { orderId }) => mails.confirm(orderId)),
    consume(OrderStatusChanged, 'orders.mail-step', OrderMails, (mails, { orderId, to }) => mails.notify(orderId, to)),
  ],
  invariants: ORDER_INVARIANTS,
  personalData: [OrderPersonalData],
  demo: { provider: OrdersDemo },
  housekeeping: [keep(['orders', 'order_lines', 'order_steps'], 'for ever')],
});
