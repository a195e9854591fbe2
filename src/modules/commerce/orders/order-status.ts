import type { OrderStatus } from './entities/order.entity';
import { InvalidTransition } from './orders.errors';

const NEXT: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['processing', 'cancelled'],
  processing: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};

/** What an order may become next. */
export const allowedFrom = (from: OrderStatus): readonly OrderStatus[] => NEXT[from];

/** @throws InvalidTransition naming the allowed ones */
export function assertTransition(from: OrderStatus, to: OrderStatus): void {
  const allowed = allowedFrom(from);
  if (!allowed.includes(to)) throw new InvalidTransition({ from, to, allowed });
}

/** Statuses in which the goods have not left. */
export const OPEN: readonly OrderStatus[] = ['pending', 'processing'];
