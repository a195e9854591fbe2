export { CatalogDemo } from './catalog.demo';
export { CatalogModule } from './catalog.module';
export { CatalogPermission } from './catalog.permissions';
export { CategoriesService } from './categories.service';
export { ProductsService } from './products.service';
