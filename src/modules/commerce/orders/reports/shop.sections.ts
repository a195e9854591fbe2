import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { formatMoney } from '../../../../core/web/dto';
import { ProductsInBulk } from '../../catalog';
import type { Actor, Period, Section } from '../../../platform/reports';
import { ORDER_STATUSES } from '../entities/order.entity';
import { ownerScope } from '../owner-scope';
import { Sales, salesQuery } from './order-rows';

const SHOWN = 12;

/** What the shop has to say in a report: what was sold, what is on hand. */
@Injectable()
export class ShopSections {
  constructor(
    private readonly db: Database,
    private readonly products: ProductsInBulk,
  ) {}

  /** Of the orders this asker may see, placed in this period. */
  async sales(asker: Actor, period: Period): Promise<Section> {
    const [{ byStatus, byCurrency, byDay, byProduct }] = await this.db.query<Sales & Record<string, unknown>>(
      salesQuery(asker, period),
    );
    const count = byStatus.reduce((sum, one) => sum + one.count, 0);
    const money = (minor: number, currency: string): string => `${formatMoney(minor, currency)} ${currency}`;
    return {
      title: ownerScope(asker) === null ? 'Sales' : 'Your orders',
      facts: [
        ['Orders', count],
        ...byCurrency.map(({ currency, totalMinor }) => [`Sum in ${currency}`, money(totalMinor, currency)] as const),
        ...byCurrency.map((one) => {
          return [`Mean in ${one.currency}`, money(Math.round(one.totalMinor / one.count), one.currency)] as const;
        }),
      ],
      charts: [
        {
          title: 'Orders by status',
          bars: ORDER_STATUSES.map((status) => ({
            label: status,
            value: byStatus.find((one) => one.status === status)?.count ?? 0,
          })),
        },
        {
          title: 'Orders by day, the last with any',
          bars: byDay.map(({ day, count: value }) => ({ label: day.slice(5), value })),
        },
      ],
      tables: [
        {
          title: 'What was bought most',
          head: ['Product', 'Pieces', 'Sum'],
          lines: byProduct.map(({ name, pieces, totalMinor, currency }) => [name, pieces, money(totalMinor, currency)]),
          numbers: 2,
        },
      ],
    };
  }

  /** As it is now. */
  async stock(): Promise<Section> {
    const categories = await this.products.byCategory();
    const sum = (of: 'products' | 'pieces' | 'soldOut'): number => categories.reduce((all, one) => all + one[of], 0);
    return {
      title: 'Stock',
      facts: [
        ['Products', sum('products')],
        ['Pieces on hand', sum('pieces')],
        ['Sold out', sum('soldOut')],
      ],
      charts: [
        {
          title: 'Products by category',
          bars: categories.slice(0, SHOWN).map(({ name, products }) => ({ label: name, value: products })),
        },
      ],
      tables: [
        {
          title: 'Categories',
          head: ['Category', 'Products', 'Pieces', 'Sold out'],
          lines: categories.map(({ name, products, pieces, soldOut }) => [name, products, pieces, soldOut]),
          numbers: 3,
        },
      ],
    };
  }
}
