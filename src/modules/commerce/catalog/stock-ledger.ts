import { Injectable } from '@nestjs/common';
import { findContext } from '../../../core/kernel/context/context';
import { Database, statement } from '../../../core/data/database';
import { Page, pageOf, PageQuery, Keyset } from '../../../core/web/dto';
import { newId } from '../../../core/kernel/runtime';
import { ProductNotFound } from './catalog.errors';
import { StockMovementDto, toStockMovementDto } from './dto/stock-movement.dto';
import type { MovementReason, StockMovement } from './entities/stock-movement.entity';
import { HeldProduct, judged, ReservedLine, StockChange, StockLine, summed, takenFrom } from './stock-lines';

/** A change of stock that the caller has made, or makes in the same transaction. */
export interface Movement extends StockChange {
  readonly reason: MovementReason;
}

/** What was taken from stock for the lines, and how that changed the stock. */
export interface Taken {
  readonly lines: ReservedLine[];
  readonly changes: StockChange[];
}

const ORDER = new Keyset<StockMovement>('-seq', [{ column: 'seq', type: 'bigint', of: ({ seq }) => Number(seq) }]);

const WANTED = `SELECT * FROM unnest($1::uuid[], $2::bigint[]) AS w (id, quantity)`;
const HELD = `p.id, p.sku, p.name, p.price_minor AS "priceMinor", p.currency, p.stock, w.quantity
  FROM wanted w JOIN products p ON p.id = w.id`;

const QUOTE = statement(
  'stock.quote',
  `WITH wanted AS MATERIALIZED (${WANTED}) SELECT ${HELD} WHERE p.deleted_at IS NULL`,
);

/**
 * Locks in id order, takes from all or from none, books it. What is short already at a look without locks is refused by
 * that look: a crowd at an empty shelf holds up nobody. The verdict on the locked rows is a column of theirs and no
 * subquery: an UPDATE that meets a newer version of a row looks at it once more, and would run a subquery once more too.
 */
export const TAKE = statement(
  'stock.take',
  `WITH wanted AS MATERIALIZED (${WANTED}),
   seen AS MATERIALIZED (SELECT ${HELD} WHERE p.deleted_at IS NULL),
   promising AS MATERIALIZED (
     SELECT bool_and(stock >= quantity) AND count(*) = cardinality($1::uuid[]) AS yes FROM seen
   ),
   held AS MATERIALIZED (
     SELECT ${HELD} WHERE p.deleted_at IS NULL AND (SELECT yes FROM promising) ORDER BY p.id FOR UPDATE OF p
   ),
   judged AS MATERIALIZED (
     SELECT *, bool_and(stock >= quantity) OVER () AND count(*) OVER () = cardinality($1::uuid[]) AS fits FROM held
   ),
   taken AS (
     UPDATE products p SET stock = (p.stock - j.quantity)::int, updated_at = now() FROM judged j
     WHERE p.id = j.id AND j.fits RETURNING p.id, p.stock, j.quantity
   ),
   booked AS (
     INSERT INTO stock_movements (id, product_id, delta, on_hand, reason, reference, actor_id)
     SELECT m.id, t.id, -t.quantity::int, t.stock, 'sold', $4::uuid, $5::uuid
     FROM taken t JOIN unnest($1::uuid[], $3::uuid[]) AS m (product_id, id) ON m.product_id = t.id
   )
   SELECT id, sku, name, "priceMinor", currency, stock, quantity FROM judged
   UNION ALL SELECT * FROM seen WHERE NOT (SELECT yes FROM promising)`,
);

/** Also to a product that is sold no more: it came back all the same. */
const GIVE_BACK = statement(
  'stock.give-back',
  `WITH wanted AS MATERIALIZED (${WANTED}),
   held AS MATERIALIZED (SELECT p.id, w.quantity FROM wanted w JOIN products p ON p.id = w.id ORDER BY p.id FOR UPDATE OF p),
   given AS (
     UPDATE products p SET stock = (p.stock + h.quantity)::int, updated_at = now() FROM held h
     WHERE p.id = h.id RETURNING p.id, p.stock, h.quantity
   )
   INSERT INTO stock_movements (id, product_id, delta, on_hand, reason, reference, actor_id)
   SELECT m.id, g.id, g.quantity::int, g.stock, 'returned', $4::uuid, $5::uuid
   FROM given g JOIN unnest($1::uuid[], $3::uuid[]) AS m (product_id, id) ON m.product_id = g.id
   RETURNING product_id AS "productId", delta, on_hand AS "onHand"`,
);

const WRITE = statement(
  'stock.write',
  `INSERT INTO stock_movements (id, product_id, delta, on_hand, reason, actor_id)
   SELECT m.*, $6::uuid FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::text[])
     AS m (id, product_id, delta, on_hand, reason)`,
);

const PAGE = statement(
  'stock.page',
  `SELECT id, seq, product_id AS "productId", delta, on_hand AS "onHand", reason, reference, actor_id AS "actorId",
     created_at AS "createdAt"
   FROM stock_movements WHERE product_id = $1 AND ($2::bigint IS NULL OR seq < $2) ORDER BY seq DESC LIMIT $3`,
);
const KNOWN = 'SELECT 1 FROM products WHERE id = $1';
/** What the ledger has booked to each reference and product, pieces; for the invariants of whoever reserves. */
export const STOCK_BY_REFERENCE = `SELECT reference, product_id, -sum(delta) AS quantity
  FROM stock_movements WHERE reference IS NOT NULL GROUP BY reference, product_id`;
/** The books of what is on hand: every change of a stock is a movement, written in the transaction that changes it. */
@Injectable()
export class StockLedger {
  constructor(private readonly db: Database) {}

  /** What `take` would answer now, without effect. @throws as `take` */
  async quote(lines: readonly StockLine[]): Promise<ReservedLine[]> {
    const wanted = summed(lines);
    return judged(lines, await this.db.query<HeldProduct>(QUOTE, columnsOf(wanted)));
  }

  /**
   * Takes all lines from stock, or none. @param reference the order
   * @throws ProductNotFound, InsufficientStock naming every short product
   */
  async take(lines: readonly StockLine[], reference: string): Promise<Taken> {
    const held = await this.db.query<HeldProduct>(TAKE, this.valuesOf(lines, reference));
    return { lines: judged(lines, held), changes: takenFrom(held) };
  }

  /** Gives all lines back. @param reference the order that had them @throws ProductNotFound */
  async release(lines: readonly StockLine[], reference: string): Promise<StockChange[]> {
    const given = await this.db.query<StockChange & Record<string, unknown>>(
      GIVE_BACK,
      this.valuesOf(lines, reference),
    );
    if (given.length < summed(lines).length) throw new ProductNotFound();
    return given;
  }

  /** Books changes that the caller makes by itself; of nothing there is no movement. */
  async write(movements: readonly Movement[]): Promise<void> {
    const real = movements.filter(({ delta }) => delta !== 0);
    if (real.length === 0) return;
    await this.db.execute(WRITE, [
      real.map(() => newId()),
      real.map(({ productId }) => productId),
      real.map(({ delta }) => delta),
      real.map(({ onHand }) => onHand),
      real.map(({ reason }) => reason),
      actorId(),
    ]);
  }

  /** A product's movements, the newest first; also of one that is sold no more. @throws ProductNotFound, Validation */
  async list(productId: string, { limit, cursor }: PageQuery): Promise<Page<StockMovementDto>> {
    const [before] = ORDER.read(cursor);
    if ((await this.db.query(KNOWN, [productId])).length === 0) throw new ProductNotFound();
    const rows = await this.db.query<StockMovement>(PAGE, [productId, before, limit + 1]);
    return pageOf(rows, limit, toStockMovementDto, ORDER.cursorOf);
  }

  private valuesOf(lines: readonly StockLine[], reference: string): unknown[] {
    const wanted = summed(lines);
    return [...columnsOf(wanted), wanted.map(() => newId()), reference, actorId()];
  }
}

const columnsOf = (lines: readonly StockLine[]): unknown[] => [
  lines.map(({ productId }) => productId),
  lines.map(({ quantity }) => quantity),
];

const actorId = (): string | null => findContext()?.principal?.userId ?? null;
