import { Statement, statement } from '../../../core/data/database';
import { decodeCursor } from '../../../core/web/dto';
import { isId } from '../../../core/kernel/runtime';
import type { OrderQuery } from './dto/order.dto';

/** Cursors are of no other list. */
export const SORT = '-id';

const COLUMNS = `o.id, o.number, o.user_id AS "userId", o.status, o.total_minor AS "totalMinor", o.currency,
  o.shipping_address AS "shippingAddress", o.created_at AS "createdAt", o.updated_at AS "updatedAt", l.lines`;
const LINES = `CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('id', id, 'productId', product_id, 'productName', product_name,
    'unitPriceMinor', unit_price_minor, 'quantity', quantity, 'subtotalMinor', subtotal_minor) ORDER BY position) AS lines
  FROM order_lines WHERE order_id = o.id) l`;

/** An order of this buyer, or of anybody when the buyer is null. */
export const BY_ID = statement(
  'orders.by-id',
  `SELECT ${COLUMNS} FROM orders o ${LINES} WHERE o.id = $1 AND ($2::uuid IS NULL OR o.user_id = $2)`,
);

/** The same, held until the transaction ends. */
export const HOLD = statement(
  'orders.hold',
  `WITH o AS (SELECT * FROM orders WHERE id = $1 AND ($2::uuid IS NULL OR user_id = $2) FOR UPDATE)
   SELECT ${COLUMNS} FROM o ${LINES}`,
);

/** So many of the newest of each of these buyers. */
export const OF_USERS = statement(
  'orders.of-users',
  `SELECT ${COLUMNS} FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
     SELECT * FROM orders WHERE user_id = wanted.id ORDER BY id DESC LIMIT $2
   ) o ${LINES} ORDER BY o.id DESC`,
);

/** The statement of a page, one more row than asked for; of each set of conditions its own. @throws Validation for a broken cursor */
export function orderPageQuery({ userId, status, cursor, limit }: OrderQuery): {
  statement: Statement;
  values: unknown[];
} {
  const values: unknown[] = [limit + 1];
  const conditions: string[] = [];
  const shape: string[] = [];
  const add = (name: string, condition: string, value: unknown): void => {
    shape.push(name);
    conditions.push(condition.replace('?', `$${values.push(value)}`));
  };
  if (userId) add('user', 'user_id = ?::uuid', userId);
  if (status) add('status', 'status = ?::text', status);
  if (cursor) {
    const [id] = decodeCursor(cursor, SORT, [(value) => typeof value === 'string' && isId(value)]);
    add('after', 'id < ?::uuid', id);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  // The page first, its lines late.
  const text = `SELECT ${COLUMNS} FROM (SELECT * FROM orders ${where} ORDER BY id DESC LIMIT $1) o ${LINES} ORDER BY o.id DESC`;
  return { statement: statement(`orders.page ${shape.join(' ')}`, text), values };
}
