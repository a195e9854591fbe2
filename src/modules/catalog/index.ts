export { CatalogDemo } from './catalog.demo';
export { CatalogModule } from './catalog.module';
export { InsufficientStock, ProductNotFound, ShortItem } from './catalog.errors';
export { CatalogPermission } from './catalog.permissions';
export { CategoriesService } from './categories.service';
export { ProductDto, ProductQuery } from './dto/product.dto';
export { ProductsService } from './products.service';
export { STOCK_BY_REFERENCE } from './stock-ledger';
export { ReservedLine, StockLine } from './stock-lines';
