export { CatalogDemo } from './catalog.demo';
export { CatalogModule } from './catalog.module';
export { InsufficientStock, ProductNotFound, ShortItem } from './catalog.errors';
export { CatalogPermission } from './catalog.permissions';
export { CategoriesService } from './categories.service';
export { ProductsService } from './products.service';
export { ReservedLine, StockLine } from './stock-lines';
