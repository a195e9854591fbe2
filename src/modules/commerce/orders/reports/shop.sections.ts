import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import type { Locale } from '../../../../core/kernel/text';
import { formatMoney } from '../../../../core/web/dto';
import { ProductsInBulk } from '../../catalog';
import type { Actor, Period, Section } from '../../../platform/reports';
import { ORDER_STATUSES } from '../entities/order.entity';
import { ownerScope } from '../owner-scope';
import { Sales, salesQuery } from './order-rows';
import { REPORT_WORDS, STATUSES } from './report-words';

const SHOWN = 12;

/** What the shop has to say in a report: what was sold, what is on hand. */
@Injectable()
export class ShopSections {
  constructor(
    private readonly db: Database,
    private readonly products: ProductsInBulk,
  ) {}

  /** Of the orders this asker may see, placed in this period. */
  async sales(asker: Actor, period: Period, locale: Locale): Promise<Section> {
    const [{ byStatus, byCurrency, byDay, byProduct }] = await this.db.query<Sales & Record<string, unknown>>(
      salesQuery(asker, period),
    );
    const count = byStatus.reduce((sum, one) => sum + one.count, 0);
    const money = (minor: number, currency: string): string => `${formatMoney(minor, currency)} ${currency}`;
    const words = REPORT_WORDS[locale];
    return {
      title: ownerScope(asker) === null ? words.sales : words.ownOrders,
      facts: [
        [words.orders, count],
        ...byCurrency.map(({ currency, totalMinor }) => [words.sumIn(currency), money(totalMinor, currency)] as const),
        ...byCurrency.map((one) => {
          return [words.meanIn(one.currency), money(Math.round(one.totalMinor / one.count), one.currency)] as const;
        }),
      ],
      charts: [
        {
          title: words.byStatus,
          bars: ORDER_STATUSES.map((status) => ({
            label: STATUSES[locale][status],
            value: byStatus.find((one) => one.status === status)?.count ?? 0,
          })),
        },
        {
          title: words.byDay,
          bars: byDay.map(({ day, count: value }) => ({ label: day.slice(5), value })),
        },
      ],
      tables: [
        {
          title: words.boughtMost,
          head: [words.product, words.pieces, words.sum],
          lines: byProduct.map(({ name, pieces, totalMinor, currency }) => [name, pieces, money(totalMinor, currency)]),
          numbers: 2,
        },
      ],
    };
  }

  /** As it is now. */
  async stock(locale: Locale): Promise<Section> {
    const categories = await this.products.byCategory();
    const sum = (of: 'products' | 'pieces' | 'soldOut'): number => categories.reduce((all, one) => all + one[of], 0);
    const words = REPORT_WORDS[locale];
    return {
      title: words.stock,
      facts: [
        [words.products, sum('products')],
        [words.onHand, sum('pieces')],
        [words.soldOut, sum('soldOut')],
      ],
      charts: [
        {
          title: words.byCategory,
          bars: categories.slice(0, SHOWN).map(({ name, products }) => ({ label: name, value: products })),
        },
      ],
      tables: [
        {
          title: words.categories,
          head: [words.category, words.products, words.pieces, words.soldOut],
          lines: categories.map(({ name, products, pieces, soldOut }) => [name, products, pieces, soldOut]),
          numbers: 3,
        },
      ],
    };
  }
}
