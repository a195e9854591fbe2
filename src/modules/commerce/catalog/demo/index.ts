import { type DemoCategory, demoCategories } from './categories';
import { type DemoProduct, demoProducts } from './products';

export type { DemoCategory, DemoProduct };

/** The demo shop: 12 categories and 500 products, the same at every call and in every installation. */
export function demoCatalog(): { categories: DemoCategory[]; products: DemoProduct[] } {
  return { categories: demoCategories.map((category) => ({ ...category })), products: demoProducts() };
}
