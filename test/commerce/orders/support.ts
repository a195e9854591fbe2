import { Invariants } from '../../../src/core/data/invariants';
import type { TestApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';

export const ADDRESS = '12 Rue de la Paix, Paris';

export type Item = readonly [productId: string, quantity: number];

/** The input of an order of these products. */
export function orderOf(...items: Item[]) {
  return {
    items: items.map(([product_id, quantity]) => ({ product_id, quantity })),
    shipping_address: ADDRESS,
  };
}

export function place(client: Client, ...items: Item[]): Promise<Answer> {
  return client.post('/orders', orderOf(...items));
}

export async function stockOf(t: TestApp, id: string): Promise<number> {
  const [{ stock }] = await t.db.query<{ stock: number }>('SELECT stock FROM products WHERE id = $1', [id]);
  return stock;
}

/** What is off, by name; nothing when the books are right. */
export async function violations(t: TestApp): Promise<unknown[]> {
  const { checks } = await t.app.get(Invariants).verify();
  return checks.filter(({ ok }) => !ok);
}

/** How many answers had each status. */
export function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
