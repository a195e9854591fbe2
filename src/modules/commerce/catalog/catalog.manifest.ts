import { defineModule } from '../../../core/module';
import { CatalogDemo } from './catalog.demo';
import { CatalogModule } from './catalog.module';
import { CatalogPermission } from './catalog.permissions';

export const catalogManifest = defineModule({
  name: 'catalog',
  group: 'commerce',
  module: CatalogModule,
  uses: [],
  permissions: { [CatalogPermission.Manage]: [] },
  demo: { provider: CatalogDemo },
});
