import { defineModule } from '../../../core/module';
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
});
