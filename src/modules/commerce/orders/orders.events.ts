import { DomainEvent } from '../../../core/data/events';
import type { OrderStatus } from './entities/order.entity';

export class OrderPlaced extends DomainEvent {
  static override readonly type = 'orders.placed';
  static override readonly durable = true;

  constructor(
    readonly orderId: string,
    readonly userId: string,
  ) {
    super();
  }
}

/** Every later step, cancelling too. */
export class OrderStatusChanged extends DomainEvent {
  static override readonly type = 'orders.moved';
  static override readonly durable = true;

  constructor(
    readonly orderId: string,
    readonly userId: string,
    readonly from: OrderStatus,
    readonly to: OrderStatus,
  ) {
    super();
  }
}
