import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { formatMoney } from '../../../core/web/dto';
import { MailService } from '../../communication/mail';
import { NotificationsService } from '../../communication/notifications';
import { UsersService } from '../../identity/users';
import type { OrderStatus } from './entities/order.entity';
import { ORDER_MOVED, ORDER_PLACED } from './order-notices';
import { OrderPersonalData } from './order-personal-data';
import { BY_ID } from './order-reads';
import type { OrderRow } from './order-row';
import { ORDER_CONFIRMATION } from './mails/order-confirmation';
import { ORDER_STEP } from './mails/order-step';

/** Where a browser shows somebody's orders. */
const ORDERS = '/orders';

/** Mails and notices to buyers about their orders: one consumer for both, which costs one delivery. */
@Injectable()
export class OrderMails {
  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly notifications: NotificationsService,
    private readonly personalData: OrderPersonalData,
  ) {}

  /** Tells the buyer what was ordered. */
  async confirm(orderId: string): Promise<void> {
    const { order, user } = await this.find(orderId);
    // Erased in the moment of placing, when the order was not there yet to lose its address.
    if (!user) return this.personalData.erase(order.userId);
    const { number, currency, shippingAddress } = order;
    const money = (minor: number): string => `${formatMoney(minor, currency)} ${currency}`;
    const lines = order.lines.map((line) => `${line.quantity} × ${line.productName}: ${money(line.subtotalMinor)}`);
    await this.mails.send({
      to: user.email,
      reader: user,
      template: ORDER_CONFIRMATION,
      values: { fullName: user.fullName, number, lines, total: money(Number(order.totalMinor)), shippingAddress },
    });
    await this.notifications.notify({
      userIds: [user.id],
      category: ORDER_PLACED,
      facts: { number },
      actionUrl: ORDERS,
      dedupeKey: orderId,
    });
  }

  /** Tells the buyer the order's new status. */
  async notify(orderId: string, status: OrderStatus): Promise<void> {
    const { order, user } = await this.find(orderId);
    if (!user) return;
    const { number } = order;
    await this.mails.send({
      to: user.email,
      reader: user,
      template: ORDER_STEP,
      values: { fullName: user.fullName, number, status },
    });
    await this.notifications.notify({
      userIds: [user.id],
      category: ORDER_MOVED,
      facts: { number, to: status },
      actionUrl: ORDERS,
      collapseKey: orderId,
    });
  }

  /** The order and its buyer; null for one who has gone. */
  private async find(orderId: string) {
    const [order] = await this.db.query<OrderRow>(BY_ID, [orderId, null]);
    const user = await this.users.findById(order.userId);
    return { order, user };
  }
}
