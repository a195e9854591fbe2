import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { OPEN } from './order-status';
import { OpenOrders } from './orders.errors';

const OPEN_OF_USER = 'SELECT 1 FROM orders WHERE user_id = $1 AND status = ANY($2) LIMIT 1';
const BLANK_ADDRESSES = `UPDATE orders SET shipping_address = '', updated_at = now() WHERE user_id = $1`;
const EXPORT = `SELECT id, number, status, total_minor, currency, shipping_address, created_at,
    (SELECT json_agg(json_build_object('product_name', product_name, 'quantity', quantity) ORDER BY position)
     FROM order_lines WHERE order_id = orders.id) AS items
  FROM orders WHERE user_id = $1 ORDER BY id DESC`;

/** Orders stay in the books; an erased buyer's lose their shipping addresses. */
@Injectable()
export class OrderPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  /** @throws OpenOrders while there are some */
  async assertErasable(userId: string): Promise<void> {
    if ((await this.db.query(OPEN_OF_USER, [userId, OPEN])).length > 0) throw new OpenOrders();
  }

  async erase(userId: string): Promise<void> {
    await this.db.execute(BLANK_ADDRESSES, [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { orders: await this.db.query(EXPORT, [userId]) };
  }
}
