import type { Invariant } from '../../../core/data/invariants';
import { STOCK_BY_REFERENCE } from '../catalog';

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

/** What must hold of orders at any time. */
export const ORDER_INVARIANTS: Record<string, Invariant> = {
  totals: { table: 'orders', violations: WRONG_TOTAL },
  stock: { table: 'order_lines', violations: WRONG_STOCK },
  history: { table: 'orders', violations: WRONG_HISTORY },
};
