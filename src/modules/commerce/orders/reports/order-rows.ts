import { BoundStatement, Conditions } from '../../../../core/data/database';
import { Actor, Period, periodOf } from '../../../platform/reports';
import { ownerScope } from '../owner-scope';
import type { OrderFilters } from './order-filters';

/** An order as a report has it. */
export interface OrderLine {
  readonly id: string;
  readonly number: string;
  readonly userId: string;
  readonly status: string;
  /** Pieces. */
  readonly pieces: number;
  readonly totalMinor: string;
  readonly currency: string;
  readonly shippingAddress: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = `o.id, o.number, o.user_id AS "userId", o.status, o.total_minor AS "totalMinor", o.currency,
  o.shipping_address AS "shippingAddress", o.created_at AS "createdAt", o.updated_at AS "updatedAt",
  (SELECT coalesce(sum(quantity), 0)::int FROM order_lines WHERE order_id = o.id) AS pieces`;

/** The next orders this asker may see, in the order they were placed. */
export function orderRowsQuery(
  asker: Actor,
  filters: OrderFilters,
  after: string | null,
  limit: number,
): BoundStatement {
  const query = seen(asker, periodOf(filters), filters).andIf('after', 'o.id > ?::uuid', after);
  const text = `SELECT ${COLUMNS} FROM orders o WHERE ${query.where} ORDER BY o.id LIMIT ${query.bind(limit, 'int')}`;
  return query.statement('orders.report-rows', text);
}

export function orderCountQuery(asker: Actor, filters: OrderFilters): BoundStatement {
  const query = seen(asker, periodOf(filters), filters);
  return query.statement('orders.report-count', `SELECT count(*)::int AS count FROM orders o WHERE ${query.where}`);
}

const SOLD = `o.status <> 'cancelled'`;
const SALES = `SELECT
  coalesce((SELECT json_agg(json_build_object('status', status, 'count', count)) FROM (
    SELECT o.status, count(*)::int AS count FROM seen o GROUP BY o.status) x), '[]') AS "byStatus",
  coalesce((SELECT json_agg(json_build_object('currency', currency, 'totalMinor', total, 'count', count) ORDER BY count DESC)
    FROM (SELECT o.currency, sum(o.total_minor)::float8 AS total, count(*)::int AS count FROM seen o WHERE ${SOLD}
      GROUP BY o.currency) x), '[]') AS "byCurrency",
  coalesce((SELECT json_agg(json_build_object('day', day, 'count', count) ORDER BY day) FROM (
    SELECT (o.created_at AT TIME ZONE 'UTC')::date::text AS day, count(*)::int AS count FROM seen o GROUP BY 1
      ORDER BY 1 DESC LIMIT 14) x), '[]') AS "byDay",
  coalesce((SELECT json_agg(json_build_object('name', name, 'currency', currency, 'pieces', pieces, 'totalMinor', total)
      ORDER BY pieces DESC, name)
    FROM (SELECT l.product_name AS name, o.currency, sum(l.quantity)::int AS pieces, sum(l.subtotal_minor)::float8 AS total
      FROM seen o JOIN order_lines l ON l.order_id = o.id WHERE ${SOLD}
      GROUP BY l.product_id, l.product_name, o.currency ORDER BY pieces DESC, name LIMIT 20) x), '[]') AS "byProduct"`;

/** What the orders this asker may see come to; sums are of minor units. */
export interface Sales {
  readonly byStatus: readonly { readonly status: string; readonly count: number }[];
  readonly byCurrency: readonly { readonly currency: string; readonly totalMinor: number; readonly count: number }[];
  readonly byDay: readonly { readonly day: string; readonly count: number }[];
  readonly byProduct: readonly {
    readonly name: string;
    readonly currency: string;
    readonly pieces: number;
    readonly totalMinor: number;
  }[];
}

/** One row, also of nothing. */
export function salesQuery(asker: Actor, period: Period): BoundStatement {
  const query = seen(asker, period, {});
  const text = `WITH seen AS MATERIALIZED (SELECT * FROM orders o WHERE ${query.where}) ${SALES}`;
  return query.statement('orders.report-sales', text);
}

function seen(asker: Actor, { since, before }: Period, { status, userId }: Partial<OrderFilters>): Conditions {
  return new Conditions()
    .andIf('own', 'o.user_id = ?::uuid', ownerScope(asker))
    .andIf('user', 'o.user_id = ?::uuid', userId)
    .andIf('status', 'o.status = ?::text', status)
    .andIf('since', 'o.created_at >= ?::timestamptz', since)
    .andIf('before', 'o.created_at < ?::timestamptz', before);
}
