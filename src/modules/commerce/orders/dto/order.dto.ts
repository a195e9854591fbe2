import { ArgsType } from '@nestjs/graphql';
import {
  BooleanField,
  DateField,
  EnumField,
  formatMoney,
  IdField,
  Input,
  IntField,
  MoneyField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../core/web/dto';
import { ORDER_STATUSES, OrderStatus } from '../entities/order.entity';
import type { OrderRow } from '../order-row';

const MAX_QUANTITY = 1_000_000;
const MAX_ITEMS = 100;
const ADDRESS = '12 Rue de la Paix\n75002 Paris';

@Input('OrderItemInput')
export class OrderItemInput {
  @IdField()
  productId: string;

  @IntField({ min: 1, max: MAX_QUANTITY, example: 2 })
  quantity: number;
}

@Input('PlaceOrderInput')
export class PlaceOrderInput {
  @ObjectListField(() => OrderItemInput, { minItems: 1, maxItems: MAX_ITEMS })
  items: OrderItemInput[];

  @StringField({ max: 500, as: 'text', example: ADDRESS })
  shippingAddress: string;
}

export class PlaceOrderQuery {
  @BooleanField({ optional: true, default: false, description: 'The same answer, and nothing happens.' })
  dryRun: boolean = false;
}

@Input('OrderStatusInput')
export class OrderStatusInput {
  @EnumField(ORDER_STATUSES, { example: 'processing' })
  status: OrderStatus;
}

@ArgsType()
export class OrderQuery extends PageQuery {
  @IdField({ optional: true, description: 'Only of this buyer; of others needs `manage_orders`.' })
  userId?: string;

  @EnumField(ORDER_STATUSES, { optional: true })
  status?: OrderStatus;
}

@Output('OrderItem', 'A line of an order, as it was sold.')
export class OrderItemDto {
  @IdField()
  id: string;

  @IdField()
  productId: string;

  @StringField({ max: 200, example: 'Stretched canvas 20 × 30 cm' })
  productName: string;

  @MoneyField({ example: '5.99' })
  unitPrice: string;

  @IntField({ min: 1, max: MAX_QUANTITY, example: 2 })
  quantity: number;

  @MoneyField({ example: '11.98' })
  subtotal: string;
}

@Output('Order')
export class OrderDto {
  @IdField()
  id: string;

  @StringField({
    max: 30,
    example: 'A-001024',
    description: 'What people call it; `dry-run` of one that was not placed.',
  })
  number: string;

  @IdField()
  userId: string;

  @ObjectListField(() => OrderItemDto)
  items: OrderItemDto[];

  @MoneyField({ example: '11.98' })
  total: string;

  @StringField({ max: 3, example: 'USD', description: 'ISO 4217.' })
  currency: string;

  @EnumField(ORDER_STATUSES, { example: 'pending' })
  status: OrderStatus;

  @StringField({ min: 0, max: 500, example: ADDRESS, description: 'Empty once the buyer’s account is erased.' })
  shippingAddress: string;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('OrderPage')
export class OrderPage extends PageOf(OrderDto) {}

@Output('OrderStep', 'A step of an order’s history.')
export class OrderStepDto {
  @EnumField(ORDER_STATUSES, { nullable: true, description: 'null when it was placed.' })
  fromStatus: OrderStatus | null;

  @EnumField(ORDER_STATUSES, { example: 'pending' })
  toStatus: OrderStatus;

  @IdField({ nullable: true, description: 'Who.' })
  actorId: string | null;

  @DateField()
  createdAt: Date;
}

@Output('OrderStepPage')
export class OrderStepPage extends PageOf(OrderStepDto) {}

export function toOrderDto(row: OrderRow): OrderDto {
  const { id, number, userId, totalMinor, currency, status, shippingAddress, createdAt, updatedAt } = row;
  const items = row.lines.map((line) => ({
    id: line.id,
    productId: line.productId,
    productName: line.productName,
    unitPrice: formatMoney(line.unitPriceMinor, currency),
    quantity: line.quantity,
    subtotal: formatMoney(line.subtotalMinor, currency),
  }));
  const total = formatMoney(Number(totalMinor), currency);
  return { id, number, userId, items, total, currency, status, shippingAddress, createdAt, updatedAt };
}
