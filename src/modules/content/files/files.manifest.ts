import { defineModule } from '../../../core/module';
import { FilesDemo } from './files.demo';
import { FilesModule } from './files.module';
import { FILES_HOUSEKEEPING } from './files.housekeeping';
import { FilesPermission } from './files.permissions';

export const filesManifest = defineModule({
  name: 'files',
  group: 'content',
  module: FilesModule,
  uses: ['users'],
  permissions: { [FilesPermission.Manage]: [] },
  demo: { provider: FilesDemo, outsideTransaction: true }, // bytes are kept outside of transactions
  housekeeping: FILES_HOUSEKEEPING,
});
