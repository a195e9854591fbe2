import { Invariant, noDuplicates } from '../../../core/data/invariants';

const UNACCOUNTED = `SELECT 'product:' || p.id AS subject,
    format('%s on hand, %s by its movements.', p.stock, coalesce(m.made, 0)) AS detail
  FROM products p LEFT JOIN (SELECT product_id, sum(delta) AS made FROM stock_movements GROUP BY product_id) m
    ON m.product_id = p.id
  WHERE p.stock < 0 OR p.stock <> coalesce(m.made, 0)`;
const MISCOUNTED = `SELECT 'product:' || product_id AS subject,
    format('Movement %s leaves %s on hand, those up to it make %s.', id, on_hand, made) AS detail
  FROM (SELECT *, sum(delta) OVER (PARTITION BY product_id ORDER BY seq) AS made FROM stock_movements) m
  WHERE on_hand <> made`;

/** What must hold of products and their stock at any time. */
export const CATALOG_INVARIANTS: Record<string, Invariant> = {
  stock: { table: 'products', violations: UNACCOUNTED },
  movements: { table: 'stock_movements', violations: MISCOUNTED },
  'category-names': noDuplicates('category', 'categories', 'name'),
};
