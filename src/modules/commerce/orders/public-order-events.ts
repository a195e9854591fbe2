import { defineWebhookEvent, WebhookSubject } from '../../platform/webhooks';
import { OrderPlaced, OrderStatusChanged } from './orders.events';
import { OrdersPermission } from './orders.permissions';

const ORDER: WebhookSubject = {
  word: 'order',
  path: (id) => `/api/v1/orders/${id}`,
  permission: OrdersPermission.Manage,
  seenBy: (id, user) => `EXISTS (SELECT FROM orders o WHERE o.id = ${id} AND o.user_id = ${user})`,
};

/** What webhooks are told of orders. */
export const PUBLIC_ORDER_EVENTS = [
  defineWebhookEvent('orders.placed', ORDER, OrderPlaced, ({ orderId }) => [orderId]),
  defineWebhookEvent('orders.status_changed', ORDER, OrderStatusChanged, ({ orderId }) => [orderId]),
];
