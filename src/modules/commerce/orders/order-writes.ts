import { statement } from '../../../core/data/database';

/** An order, its lines and its first step. */
export const INSERT = statement(
  'orders.insert',
  `WITH placed AS (
     INSERT INTO orders (id, number, user_id, total_minor, currency, shipping_address)
     VALUES ($1, 'A-' || lpad(nextval('order_numbers')::text, 6, '0'), $2, $3, $4, $5) RETURNING number, created_at, updated_at
   ), lines AS (
     INSERT INTO order_lines
       (id, order_id, position, product_id, product_name, unit_price_minor, quantity, subtotal_minor)
     SELECT l.id, $1, l.position, l.product_id, l.name, l.unit_price, l.quantity, l.subtotal
     FROM unnest($6::uuid[], $7::uuid[], $8::text[], $9::bigint[], $10::int[], $11::bigint[])
       WITH ORDINALITY AS l (id, product_id, name, unit_price, quantity, subtotal, position)
   ), step AS (
     INSERT INTO order_steps (id, order_id, to_status, actor_id) VALUES ($12, $1, 'pending', $13)
   )
   SELECT number, created_at AS "createdAt", updated_at AS "updatedAt" FROM placed`,
);

/** A held order to its next status. */
export const CHANGE_STATUS = statement(
  'orders.move',
  `WITH moved AS (
     UPDATE orders SET status = $3, updated_at = now() WHERE id = $1 AND status = $2 RETURNING updated_at
   ), step AS (
     INSERT INTO order_steps (id, order_id, from_status, to_status, actor_id) SELECT $4, $1, $2, $3, $5 FROM moved
   )
   SELECT updated_at AS "updatedAt" FROM moved`,
);
