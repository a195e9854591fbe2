import { BooleanField, EnumField, IdField } from '../../../../core/web/dto';
import { PeriodFilters } from '../../../platform/reports';
import { ORDER_STATUSES, OrderStatus } from '../entities/order.entity';

/** Of orders, by when they were placed. */
export class OrderFilters extends PeriodFilters {
  @EnumField(ORDER_STATUSES, { optional: true })
  status?: OrderStatus;

  @IdField({ optional: true, description: 'Only of this buyer.' })
  userId?: string;
}

/** Of products, by when they were made. */
export class ProductFilters extends PeriodFilters {
  @IdField({ optional: true })
  categoryId?: string;

  @BooleanField({ optional: true })
  inStock?: boolean;
}
