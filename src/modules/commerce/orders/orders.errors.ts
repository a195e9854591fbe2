import { defineError, defineHidden } from '../../../core/kernel/errors';
import type { OrderStatus } from './entities/order.entity';

export const OrderNotFound = defineHidden('order_not_found', 'There is no such order.');
export const InvalidTransition = defineError<{ from: OrderStatus; to: OrderStatus; allowed: readonly OrderStatus[] }>(
  'invalid_transition',
  409,
  ({ from, allowed }) =>
    `An order that is ${from} ${allowed.length > 0 ? `can only become ${allowed.join(' or ')}` : 'stays so'}.`,
);
export const MixedCurrencies = defineError<{ currencies: string[] }>(
  'mixed_currencies',
  422,
  ({ currencies }) => `One order has one currency; these products are sold in ${currencies.join(', ')}.`,
);
export const OrderTooLarge = defineError('order_too_large', 422, 'The total is beyond what can be counted exactly.');
/** When an account is to be erased. */
export const OpenOrders = defineError('open_orders', 409, 'There are orders that are neither shipped nor cancelled.');
