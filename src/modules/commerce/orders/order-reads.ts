import { BoundStatement, Conditions, statement } from '../../../core/data/database';
import { orderById } from '../../../core/web/dto';
import type { OrderQuery } from './dto/order.dto';

/** Cursors are of no other list. */
export const ORDER = orderById();

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
export function orderPageQuery({ userId, status, cursor, limit }: OrderQuery): BoundStatement {
  const query = new Conditions().andIf('user', 'user_id = ?::uuid', userId).andIf('status', 'status = ?::text', status);
  ORDER.continue(query, cursor);
  const page = `SELECT * FROM orders WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  // The page first, its lines late.
  return query.statement('orders.page', `SELECT ${COLUMNS} FROM (${page}) o ${LINES} ORDER BY o.id DESC`);
}
