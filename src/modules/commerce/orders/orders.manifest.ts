import { consume, defineModule, keep } from '../../../core/module';
import { MAIL_TEMPLATES } from '../../communication/mail';
import { NOTIFICATION_CATEGORIES } from '../../communication/notifications';
import { REPORT_SOURCES } from '../../platform/reports';
import { WEBHOOK_EVENTS } from '../../platform/webhooks';
import { ORDER_CONFIRMATION } from './mails/order-confirmation';
import { ORDER_STEP } from './mails/order-step';
import { OrderMails } from './order-mails';
import { ORDER_MOVED, ORDER_PLACED } from './order-notices';
import { OrderPersonalData } from './order-personal-data';
import { ORDER_INVARIANTS } from './order.invariants';
import { OrdersDemo } from './orders.demo';
import { OrderPlaced, OrderStatusChanged } from './orders.events';
import { OrdersModule } from './orders.module';
import { OrdersPermission } from './orders.permissions';
import { PUBLIC_ORDER_EVENTS } from './public-order-events';
import { OrderDatasets } from './reports/order.datasets';

export const ordersManifest = defineModule({
  name: 'orders',
  group: 'commerce',
  module: OrdersModule,
  uses: ['catalog', 'mail', 'notifications', 'reports', 'users', 'webhooks'],
  permissions: { [OrdersPermission.Manage]: ['finance'] },
  extends: [
    MAIL_TEMPLATES.add(ORDER_CONFIRMATION, ORDER_STEP),
    NOTIFICATION_CATEGORIES.add(ORDER_PLACED, ORDER_MOVED),
    REPORT_SOURCES.add(OrderDatasets),
    WEBHOOK_EVENTS.add(...PUBLIC_ORDER_EVENTS),
  ],
  events: [
    consume(OrderPlaced, 'orders.mail-confirmation', OrderMails, (mails, { orderId }) => mails.confirm(orderId)),
    consume(OrderStatusChanged, 'orders.mail-step', OrderMails, (mails, { orderId, to }) => mails.notify(orderId, to)),
  ],
  invariants: ORDER_INVARIANTS,
  personalData: [OrderPersonalData],
  demo: { provider: OrdersDemo },
  housekeeping: [keep(['orders', 'order_lines', 'order_steps'], 'for ever')],
});
