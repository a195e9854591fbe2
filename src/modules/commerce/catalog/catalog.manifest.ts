import { defineModule, keep } from '../../../core/module';
import { CatalogDemo } from './catalog.demo';
import { CATALOG_INVARIANTS } from './catalog.invariants';
import { CatalogModule } from './catalog.module';
import { CatalogPermission } from './catalog.permissions';

export const catalogManifest = defineModule({
  name: 'catalog',
  group: 'commerce',
  module: CatalogModule,
  uses: [],
  permissions: { [CatalogPermission.Manage]: [] },
  invariants: CATALOG_INVARIANTS,
  demo: { provider: CatalogDemo },
  housekeeping: [
    keep(['products', 'categories'], 'for ever; deleted ones are hidden, since orders name them'),
    keep(['search_words'], 'for ever: the words of names, by which misspelt ones are found'),
    keep(['stock_movements'], 'for ever: they add up to the stock'),
  ],
});
