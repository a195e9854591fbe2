import { defineModule } from '../../../core/module';
import { RESOURCE_LISTENERS } from '../sharing';
import { ActivityListener } from './activity-listener';
import { ActivityPersonalData } from './activity-personal-data';
import { ActivityModule } from './activity.module';

export const activityManifest = defineModule({
  name: 'activity',
  group: 'platform',
  module: ActivityModule,
  uses: ['sharing'],
  extends: [RESOURCE_LISTENERS.add(ActivityListener)],
  personalData: [ActivityPersonalData],
  housekeeping: [
    {
      name: 'activity.old',
      table: 'activity_entries',
      where: `created_at < now() - interval '1 year'`,
      everyMs: 3_600_000,
      kept: 'a year, and no longer than the resource',
    },
  ],
});
