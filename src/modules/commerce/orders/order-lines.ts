import type { ReservedLine } from '../catalog';
import { MixedCurrencies, OrderTooLarge } from './orders.errors';

/** A line of a new order, priced; minor units. */
export interface PricedLine {
  readonly productId: string;
  readonly productName: string;
  readonly unitPriceMinor: number;
  readonly quantity: number;
  readonly subtotalMinor: number;
}

/** Lines as the buyer wrote them, priced as the products are sold now, and their sum; minor units. */
export interface PricedOrder {
  readonly lines: PricedLine[];
  readonly totalMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * @param sold every product of the lines
 * @throws MixedCurrencies, OrderTooLarge for a total beyond a safe integer of minor units
 */
export function priced(
  items: readonly { readonly productId: string; readonly quantity: number }[],
  sold: readonly ReservedLine[],
): PricedOrder {
  const currencies = [...new Set(sold.map(({ currency }) => currency))];
  if (currencies.length !== 1) throw new MixedCurrencies({ currencies });
  const byId = new Map(sold.map((product) => [product.productId, product]));
  let total = 0n;
  const lines = items.map(({ productId, quantity }) => {
    const { name, unitPriceMinor } = byId.get(productId) as ReservedLine;
    const subtotal = BigInt(unitPriceMinor) * BigInt(quantity);
    total += subtotal;
    return { productId, productName: name, unitPriceMinor, quantity, subtotalMinor: Number(subtotal) };
  });
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) throw new OrderTooLarge();
  return { lines, totalMinor: Number(total), currency: currencies[0] };
}
