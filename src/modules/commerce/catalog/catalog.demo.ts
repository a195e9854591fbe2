import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Category } from './entities/category.entity';
import { Product } from './entities/product.entity';
import { demoCatalog } from './demo';
import { StockLedger } from './stock-ledger';

/** The demo's catalogue: written once, into a database that has none. */
@Injectable()
export class CatalogDemo {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
  ) {}

  async fill(): Promise<void> {
    if ((await this.db.query('SELECT 1 FROM categories LIMIT 1')).length > 0) return;
    const { categories, products } = demoCatalog();
    const categoryRows = categories.map(({ id, name, description }) => ({ id, name, description }));
    await this.db.transaction(async () => {
      await this.db.repo(Category).insert(categoryRows);
      await this.db.repo(Product).insert(products.map((product) => ({ ...product, currency: 'USD' })));
      await this.ledger.write(
        products.map(({ id, stock }) => ({ productId: id, delta: stock, onHand: stock, reason: 'initial' })),
      );
    });
  }
}
