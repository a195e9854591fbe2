import { defineModule, keep } from '../../../core/module';
import { RESOURCE_KINDS } from '../../platform/sharing';
import { FolderKind } from './folder.kind';
import { FoldersPersonalData } from './folders-personal-data';
import { FoldersModule } from './folders.module';

export const foldersManifest = defineModule({
  name: 'folders',
  group: 'content',
  module: FoldersModule,
  uses: ['sharing'],
  personalData: [FoldersPersonalData],
  extends: [RESOURCE_KINDS.add(FolderKind)],
  invariants: {
    places: {
      table: 'folders',
      violations: `SELECT 'folder:' || f.id AS subject, 'its place is not that of its resource' AS detail
        FROM folders f LEFT JOIN resources r ON r.id = f.id
        WHERE r.id IS NULL OR r.parent_id IS DISTINCT FROM f.parent_id OR r.owner_id <> f.owner_id
          OR f.is_trashed <> (r.trashed_at IS NOT NULL)`,
    },
  },
  housekeeping: [keep(['folders'], 'until it is deleted')],
});
