import type { OrderStatus } from './entities/order.entity';
import type { PricedLine } from './order-lines';

/** An order as statements read it: its lines come with it. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly userId: string;
  readonly status: OrderStatus;
  /** Minor units; text as the driver gives a bigint. */
  readonly totalMinor: string | number;
  readonly currency: string;
  readonly shippingAddress: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lines: readonly (PricedLine & { readonly id: string })[];
}
