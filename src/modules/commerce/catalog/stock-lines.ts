import { InsufficientStock, ProductNotFound } from './catalog.errors';

/** So many pieces of a product, 1 or more. */
export interface StockLine {
  readonly productId: string;
  readonly quantity: number;
}

/** What a product is sold as right now. */
export interface ReservedLine {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  /** Minor units of `currency`, for one piece. */
  readonly unitPriceMinor: number;
  readonly currency: string;
}

/** A product as it was found, with the sum of what the lines ask of it. Amounts beyond 32 bits come as text. */
export interface HeldProduct {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly priceMinor: string;
  readonly currency: string;
  readonly stock: number;
  readonly quantity: string;
}

/** How one product's stock was changed. */
export interface StockChange {
  readonly productId: string;
  /** Pieces; negative for what was taken. */
  readonly delta: number;
  /** Pieces on hand afterwards. */
  readonly onHand: number;
}

/** Whether the change sold a product out, or brought it back. */
export const changesAvailability = ({ delta, onHand }: StockChange): boolean => onHand > 0 !== onHand - delta > 0;

/** One line per product, in id order, the order in which everybody locks. */
export function summed(lines: readonly StockLine[]): StockLine[] {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of lines) sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  return [...sums].map(([productId, quantity]) => ({ productId, quantity })).sort(byProduct);
}

/**
 * What the lines get, in the order in which they first name each product.
 * @param held every product that was found
 * @throws ProductNotFound when one is missing, InsufficientStock naming every short product
 */
export function judged(lines: readonly StockLine[], held: readonly HeldProduct[]): ReservedLine[] {
  const byId = new Map(held.map((product) => [product.id, product]));
  const found = [...new Set(lines.map(({ productId }) => productId))].map((id) => byId.get(id));
  if (!found.every((product) => product !== undefined)) throw new ProductNotFound();
  const items = found
    .filter(({ stock, quantity }) => stock < Number(quantity))
    .map(({ id, stock, quantity }) => ({ productId: id, available: stock, requested: Number(quantity) }));
  if (items.length > 0) throw new InsufficientStock({ items });
  return found.map(({ id, sku, name, priceMinor, currency }) => {
    return { productId: id, sku, name, unitPriceMinor: Number(priceMinor), currency };
  });
}

/** What taking the lines did to the stock. @param held as `judged` has let it pass */
export const takenFrom = (held: readonly HeldProduct[]): StockChange[] =>
  held.map(({ id, stock, quantity }) => {
    return { productId: id, delta: -Number(quantity), onHand: stock - Number(quantity) };
  });

const byProduct = (a: StockLine, b: StockLine): number => (a.productId < b.productId ? -1 : 1);
