import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { formatMoney } from '../../../core/web/dto';
import { Events } from '../../../core/data/events';
import { Invariants } from '../../../core/data/invariants';
import { STOCK_BY_REFERENCE } from '../catalog';
import { MailService } from '../../communication/mail';
import { UsersService } from '../../identity/users';
import { BY_ID } from './order-reads';
import type { OrderRow } from './order-row';
import { OPEN } from './order-status';
import { OpenOrders } from './orders.errors';
import { OrderStatusChanged, OrderPlaced } from './orders.events';

const OPEN_OF_USER = 'SELECT 1 FROM orders WHERE user_id = $1 AND status = ANY($2) LIMIT 1';
const BLANK = `UPDATE orders SET shipping_address = '', updated_at = now() WHERE user_id = $1`;
const EXPORT = `SELECT id, number, status, total_minor, currency, shipping_address, created_at,
    (SELECT json_agg(json_build_object('product_name', product_name, 'quantity', quantity) ORDER BY position)
     FROM order_lines WHERE order_id = orders.id) AS items
  FROM orders WHERE user_id = $1 ORDER BY id DESC`;

const WRONG_TOTAL = `SELECT 'order:' || o.id AS subject,
    format('The total is %s, its lines make %s.', o.total_minor, coalesce(l.made, 0)) AS detail
  FROM orders o LEFT JOIN (SELECT order_id, sum(subtotal_minor) AS made FROM order_lines GROUP BY order_id) l
    ON l.order_id = o.id
  WHERE o.total_minor <> coalesce(l.made, -1)`;
/** What an order has of a product is what the stock ledger has booked to it: all of it, or nothing once cancelled. */
const WRONG_STOCK = `SELECT 'order:' || coalesce(l.order_id, s.reference) AS subject,
    format('Product %s: %s sold, %s booked.', coalesce(l.product_id, s.product_id), coalesce(l.quantity, 0),
      coalesce(s.quantity, 0)) AS detail
  FROM (
    SELECT order_id, product_id, CASE WHEN o.status = 'cancelled' THEN 0 ELSE sum(quantity) END AS quantity
    FROM order_lines JOIN orders o ON o.id = order_id GROUP BY order_id, product_id, o.status
  ) l
  FULL JOIN (${STOCK_BY_REFERENCE}) s ON s.reference = l.order_id AND s.product_id = l.product_id
  WHERE coalesce(l.quantity, 0) <> coalesce(s.quantity, 0)`;
const WRONG_HISTORY = `SELECT 'order:' || o.id AS subject, format('It is %s, its history ends %s.', o.status, s.to_status) AS detail
  FROM orders o LEFT JOIN LATERAL (
    SELECT to_status FROM order_steps WHERE order_id = o.id ORDER BY seq DESC LIMIT 1
  ) s ON true
  WHERE s.to_status IS DISTINCT FROM o.status`;

/** What orders mean to others: mails to the buyer, what is kept of a person, what must always hold. */
@Injectable()
export class OrdersListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly users: UsersService,
    private readonly mails: MailService,
    private readonly invariants: Invariants,
  ) {}

  onModuleInit(): void {
    this.events.on(OrderPlaced, 'orders.mail-confirmation', ({ orderId }) => this.confirm(orderId));
    this.events.on(OrderStatusChanged, 'orders.mail-step', ({ orderId, to }) => this.tell(orderId, to));
    this.users.beforeErase((userId) => this.refuseOpen(userId));
    this.users.onErase((userId) => this.db.execute(BLANK, [userId]));
    this.users.onExport('orders', (userId) => this.db.query(EXPORT, [userId]));
    this.invariants.register('orders.totals', { table: 'orders', violations: WRONG_TOTAL });
    this.invariants.register('orders.stock', { table: 'order_lines', violations: WRONG_STOCK });
    this.invariants.register('orders.history', { table: 'orders', violations: WRONG_HISTORY });
  }

  private async confirm(orderId: string): Promise<void> {
    const { order, user } = await this.find(orderId);
    // Erased in the moment of placing, when the order was not there yet to lose its address.
    if (!user) return void (await this.db.execute(BLANK, [order.userId]));
    const { number, currency, shippingAddress } = order;
    const money = (minor: number): string => `${formatMoney(minor, currency)} ${currency}`;
    const lines = order.lines.map((line) => `${line.quantity} × ${line.productName}: ${money(line.subtotalMinor)}`);
    await this.mails.send({
      to: user.email,
      template: 'order-confirmation',
      values: { fullName: user.fullName, number, lines, total: money(Number(order.totalMinor)), shippingAddress },
    });
  }

  private async tell(orderId: string, status: string): Promise<void> {
    const { order, user } = await this.find(orderId);
    if (!user) return;
    const { number } = order;
    await this.mails.send({
      to: user.email,
      template: 'order-step',
      values: { fullName: user.fullName, number, status },
    });
  }

  /** The order and its buyer; null for one who has gone. */
  private async find(orderId: string) {
    const [order] = await this.db.query<OrderRow>(BY_ID, [orderId, null]);
    const user = await this.users.findById(order.userId);
    return { order, user };
  }

  private async refuseOpen(userId: string): Promise<void> {
    if ((await this.db.query(OPEN_OF_USER, [userId, OPEN])).length > 0) throw new OpenOrders();
  }
}
