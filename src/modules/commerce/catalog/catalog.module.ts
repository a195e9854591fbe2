import { Module } from '@nestjs/common';
import { CacheController } from './cache.controller';
import { CatalogCache } from './catalog-cache';
import { CatalogDemo } from './catalog.demo';
import { CategoriesController } from './categories.controller';
import { CategoriesResolver } from './categories.resolver';
import { CategoriesService } from './categories.service';
import { ProductsController } from './products.controller';
import { ProductsResolver } from './products.resolver';
import { ProductSearch } from './product-search';
import './entities/stock-movement.entity';
import { ProductsInBulk } from './products-in-bulk.service';
import { ProductsService } from './products.service';
import { StockLedger } from './stock-ledger';

@Module({
  controllers: [CategoriesController, ProductsController, CacheController],
  providers: [
    CatalogCache,
    CatalogDemo,
    CategoriesService,
    ProductSearch,
    ProductsInBulk,
    ProductsService,
    StockLedger,
    CategoriesResolver,
    ProductsResolver,
  ],
  exports: [CategoriesService, ProductsInBulk, ProductsService],
})
export class CatalogModule {}
