import { Injectable } from '@nestjs/common';
import { batches, Database } from '../../../../core/data/database';
import { formatMoney } from '../../../../core/web/dto';
import { ProductChoice, ProductsInBulk } from '../../catalog';
import {
  Actor,
  dataset,
  DatasetColumn,
  DatasetRow,
  PeriodFilters,
  periodOf,
  ReportSource,
  SectionBuilder,
} from '../../../platform/reports';
import { UsersService } from '../../../identity/users';
import { OrderFilters, ProductFilters } from './order-filters';
import { orderCountQuery, OrderLine, orderRowsQuery } from './order-rows';
import { STATUSES } from './report-words';
import { ShopSections } from './shop.sections';

const ORDERS: readonly DatasetColumn[] = [
  { name: 'id', title: { en: 'Id', es: 'Id' }, kind: 'id' },
  { name: 'number', title: { en: 'Number', es: 'Número' }, kind: 'text' },
  { name: 'status', title: { en: 'Status', es: 'Estado' }, kind: 'word', words: STATUSES },
  { name: 'user_id', title: { en: 'Buyer’s id', es: 'Id del comprador' }, kind: 'id' },
  { name: 'customer', title: { en: 'Customer', es: 'Cliente' }, kind: 'text' },
  { name: 'pieces', title: { en: 'Pieces', es: 'Unidades' }, kind: 'integer' },
  { name: 'total', title: { en: 'Total', es: 'Total' }, kind: 'money' },
  { name: 'currency', title: { en: 'Currency', es: 'Moneda' }, kind: 'word' },
  { name: 'shipping_address', title: { en: 'Shipping address', es: 'Dirección de envío' }, kind: 'text' },
  { name: 'created_at', title: { en: 'Placed', es: 'Hecho' }, kind: 'time' },
  { name: 'updated_at', title: { en: 'Changed', es: 'Cambiado' }, kind: 'time' },
];
const PRODUCTS: readonly DatasetColumn[] = [
  { name: 'id', title: { en: 'Id', es: 'Id' }, kind: 'id' },
  { name: 'sku', title: { en: 'SKU', es: 'SKU' }, kind: 'text' },
  { name: 'name', title: { en: 'Name', es: 'Nombre' }, kind: 'text' },
  { name: 'category', title: { en: 'Category', es: 'Categoría' }, kind: 'word' },
  { name: 'category_id', title: { en: 'Category’s id', es: 'Id de la categoría' }, kind: 'id' },
  { name: 'price', title: { en: 'Price', es: 'Precio' }, kind: 'money' },
  { name: 'currency', title: { en: 'Currency', es: 'Moneda' }, kind: 'word' },
  { name: 'stock', title: { en: 'Stock', es: 'Existencias' }, kind: 'integer' },
  { name: 'in_stock', title: { en: 'In stock', es: 'Disponible' }, kind: 'boolean' },
  { name: 'created_at', title: { en: 'Made', es: 'Creado' }, kind: 'time' },
  { name: 'updated_at', title: { en: 'Changed', es: 'Cambiado' }, kind: 'time' },
];

/** What the shop gives to reports: orders as far as they may be seen, products as anybody sees them. */
@Injectable()
export class OrderDatasets implements ReportSource {
  readonly datasets = [
    dataset<OrderFilters>({
      name: 'orders',
      title: { en: 'Orders', es: 'Pedidos' },
      columns: ORDERS,
      filters: OrderFilters,
      count: (asker, filters) => this.countOrders(asker, filters),
      rows: (asker, filters) => this.orderRows(asker, filters),
    }),
    dataset<ProductFilters>({
      name: 'products',
      title: { en: 'Products', es: 'Productos' },
      columns: PRODUCTS,
      filters: ProductFilters,
      count: (_asker, filters) => this.products.count(choiceOf(filters)),
      rows: (_asker, filters) => this.productRows(filters),
    }),
  ];

  readonly sections: readonly SectionBuilder[] = [
    { name: 'sales', build: (asker, period, locale) => this.shop.sales(asker, period, locale) },
    { name: 'stock', build: (_asker, _period, locale) => this.shop.stock(locale) },
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
