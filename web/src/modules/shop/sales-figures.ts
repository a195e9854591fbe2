import type { Order } from './status';

export interface Sold {
  readonly id: string;
  readonly name: string;
  readonly pieces: number;
  readonly minor: number;
}

export interface Figures {
  readonly orders: number;
  readonly cancelled: number;
  readonly pieces: number;
  /** Of orders that are not cancelled, hundredths of the currency. */
  readonly minor: number;
  /** Every day of the period, the first first. */
  readonly days: readonly { readonly day: string; readonly orders: number; readonly minor: number }[];
  /** What was sold, the most money first. */
  readonly products: readonly Sold[];
}

const DAY_MS = 86_400_000;
const minorOf = (money: string): number => Math.round(Number(money) * 100);

/**
 * What orders come to, in one currency. @param from first day, as 2026-11-01 @param to last day
 */
export function figuresOf(orders: readonly Order[], currency: string, from: string, to: string): Figures {
  const ours = orders.filter((order) => order.currency === currency);
  const sold = ours.filter(({ status }) => status !== 'cancelled');
  const products = new Map<string, { name: string; pieces: number; minor: number }>();
  for (const line of sold.flatMap(({ items }) => items)) {
    const known = products.get(line.product_id) ?? { name: line.product_name, pieces: 0, minor: 0 };
    known.pieces += line.quantity;
    known.minor += minorOf(line.subtotal);
    products.set(line.product_id, known);
  }
  const days = new Map<string, { orders: number; minor: number }>();
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    days.set(new Date(at).toISOString().slice(0, 10), { orders: 0, minor: 0 });
  }
  for (const order of sold) {
    const day = days.get(order.created_at.slice(0, 10));
    if (!day) continue;
    day.orders += 1;
    day.minor += minorOf(order.total);
  }
  return {
    orders: sold.length,
    cancelled: ours.length - sold.length,
    pieces: [...products.values()].reduce((sum, { pieces }) => sum + pieces, 0),
    minor: sold.reduce((sum, { total }) => sum + minorOf(total), 0),
    days: [...days].map(([day, one]) => ({ day, ...one })),
    products: [...products].map(([id, one]) => ({ id, ...one })).sort((a, b) => b.minor - a.minor),
  };
}
