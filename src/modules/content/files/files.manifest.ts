import { check, consume, defineModule } from '../../../core/module';
import { MAIL_FILES } from '../../communication/mail';
import { NOTIFICATION_CATEGORIES } from '../../communication/notifications';
import { RESOURCE_KINDS } from '../../platform/sharing';
import { FileAttachments } from './file-attachments';
import { FILE_SHARED } from './file-notices';
import { FileResources } from './file.kind';
import { FilesPersonalData } from './files-personal-data';
import { FilesDemo } from './files.demo';
import { FilesRemoved } from './files.events';
import { FILES_INVARIANTS } from './files.invariants';
import { FilesModule } from './files.module';
import { FILES_HOUSEKEEPING } from './files.housekeeping';
import { FilesPermission } from './files.permissions';
import { RemovedBytes } from './removed-bytes';
import { FileStore } from './stores/file-store';

export const filesManifest = defineModule({
  name: 'files',
  group: 'content',
  module: FilesModule,
  uses: ['folders', 'mail', 'notifications', 'sharing', 'users'],
  permissions: { [FilesPermission.Manage]: [] },
  events: [
    consume(FilesRemoved, 'files.remove-bytes', RemovedBytes, (bytes, { ids }) => bytes.remove(ids), { outside: true }),
  ],
  extends: [
    RESOURCE_KINDS.add(FileResources),
    MAIL_FILES.add(FileAttachments),
    NOTIFICATION_CATEGORIES.add(FILE_SHARED),
  ],
  invariants: FILES_INVARIANTS,
  personalData: [FilesPersonalData],
  health: { storage: check(FileStore, (store) => store.check(), { everyMs: 5000 }) },
  demo: { provider: FilesDemo, outsideTransaction: true }, // bytes are kept outside of transactions
  housekeeping: FILES_HOUSEKEEPING,
});
