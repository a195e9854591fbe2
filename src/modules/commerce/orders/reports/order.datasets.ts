import { Injectable } from '@nestjs/common';
import { batches, Database } from '../../../../core/data/database';
import { formatMoney } from '../../../../core/web/dto';
import type { Column } from '../../../../core/tabular';
import { ProductChoice, ProductsInBulk } from '../../catalog';
import {
  Actor,
  dataset,
  DatasetRow,
  PeriodFilters,
  periodOf,
  ReportSource,
  SectionBuilder,
} from '../../../platform/reports';
import { UsersService } from '../../../identity/users';
import { OrderFilters, ProductFilters } from './order-filters';
import { orderCountQuery, OrderLine, orderRowsQuery } from './order-rows';
import { ShopSections } from './shop.sections';

const ORDERS: readonly Column[] = [
  { name: 'id', title: 'Id', kind: 'id' },
  { name: 'number', title: 'Number', kind: 'text' },
  { name: 'status', title: 'Status', kind: 'word' },
  { name: 'user_id', title: 'Buyer’s id', kind: 'id' },
  { name: 'customer', title: 'Customer', kind: 'text' },
  { name: 'pieces', title: 'Pieces', kind: 'integer' },
  { name: 'total', title: 'Total', kind: 'money' },
  { name: 'currency', title: 'Currency', kind: 'word' },
  { name: 'shipping_address', title: 'Shipping address', kind: 'text' },
  { name: 'created_at', title: 'Placed', kind: 'time' },
  { name: 'updated_at', title: 'Changed', kind: 'time' },
];
const PRODUCTS: readonly Column[] = [
  { name: 'id', title: 'Id', kind: 'id' },
  { name: 'sku', title: 'SKU', kind: 'text' },
  { name: 'name', title: 'Name', kind: 'text' },
  { name: 'category', title: 'Category', kind: 'word' },
  { name: 'category_id', title: 'Category’s id', kind: 'id' },
  { name: 'price', title: 'Price', kind: 'money' },
  { name: 'currency', title: 'Currency', kind: 'word' },
  { name: 'stock', title: 'Stock', kind: 'integer' },
  { name: 'in_stock', title: 'In stock', kind: 'boolean' },
  { name: 'created_at', title: 'Made', kind: 'time' },
  { name: 'updated_at', title: 'Changed', kind: 'time' },
];

/** What the shop gives to reports: orders as far as they may be seen, products as anybody sees them. */
@Injectable()
export class OrderDatasets implements ReportSource {
  readonly datasets = [
    dataset<OrderFilters>({
      name: 'orders',
      title: 'Orders',
      columns: ORDERS,
      filters: OrderFilters,
      count: (asker, filters) => this.countOrders(asker, filters),
      rows: (asker, filters) => this.orderRows(asker, filters),
    }),
    dataset<ProductFilters>({
      name: 'products',
      title: 'Products',
      columns: PRODUCTS,
      filters: ProductFilters,
      count: (_asker, filters) => this.products.count(choiceOf(filters)),
      rows: (_asker, filters) => this.productRows(filters),
    }),
  ];

  readonly sections: readonly SectionBuilder[] = [
    { name: 'sales', build: (asker, period) => this.shop.sales(asker, period) },
    { name: 'stock', build: () => this.shop.stock() },
  ];

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly products: ProductsInBulk,
    private readonly shop: ShopSections,
  ) {}

  private async countOrders(asker: Actor, filters: OrderFilters): Promise<number> {
    return (await this.db.query<{ count: number }>(orderCountQuery(asker, filters)))[0].count;
  }

  private async *orderRows(asker: Actor, filters: OrderFilters): AsyncGenerator<DatasetRow[]> {
    const rows = batches((after, limit) =>
      this.db.query<OrderLine & Record<string, unknown>>(orderRowsQuery(asker, filters, after, limit)),
    );
    for await (const batch of rows) {
      const names = await this.users.namesOf(batch.map(({ userId }) => userId));
      yield batch.map((row) => ({
        id: row.id,
        number: row.number,
        status: row.status,
        user_id: row.userId,
        customer: names.get(row.userId) ?? '',
        pieces: row.pieces,
        total: formatMoney(Number(row.totalMinor), row.currency),
        currency: row.currency,
        shipping_address: row.shippingAddress,
        created_at: row.createdAt,
        updated_at: row.updatedAt,
      }));
    }
  }

  private async *productRows(filters: ProductFilters): AsyncGenerator<DatasetRow[]> {
    for await (const batch of this.products.all(choiceOf(filters))) {
      yield batch.map((product) => ({
        id: product.id,
        sku: product.sku,
        name: product.name,
        category: product.category,
        category_id: product.categoryId,
        price: product.price,
        currency: product.currency,
        stock: product.stock,
        in_stock: product.inStock,
        created_at: product.createdAt,
        updated_at: product.updatedAt,
      }));
    }
  }
}

function choiceOf({ categoryId, inStock, ...days }: ProductFilters & PeriodFilters): ProductChoice {
  const { since, before } = periodOf(days);
  return { categoryId, inStock, since: since ?? undefined, before: before ?? undefined };
}
