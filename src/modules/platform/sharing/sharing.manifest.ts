import { defineModule, keep } from '../../../core/module';
import { SharingPersonalData } from './sharing-personal-data';
import { SHARING_INVARIANTS } from './sharing.invariants';
import { SharingModule } from './sharing.module';
import { TrashService } from './trash.service';

export const sharingManifest = defineModule({
  name: 'sharing',
  group: 'platform',
  module: SharingModule,
  uses: ['auth', 'groups', 'users'],
  personalData: [SharingPersonalData],
  invariants: SHARING_INVARIANTS,
  housekeeping: [
    keep(['resources', 'resource_paths'], 'as long as what they stand for'),
    {
      name: 'sharing.expired',
      table: 'shares',
      where: `expires_at < now() - interval '30 days'`,
      everyMs: 3_600_000,
      kept: 'until 30 days after its end, where it has one',
    },
    {
      name: 'sharing.trash',
      provider: TrashService,
      portion: (trash: TrashService) => trash.purgeDue(),
      everyMs: 3_600_000,
      tables: [],
      what: 'the trash',
      kept: '30 days',
    },
  ],
});
